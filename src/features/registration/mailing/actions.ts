import { Temporal } from 'temporal-polyfill';
import type { PersonId, ProjectKey } from '../../../domain/ids.ts';
import { localDate } from '../../../domain/local-date.ts';
import type { Language } from '../../../domain/words.ts';
import type { Tools, Work } from '../../../tools.ts';
import { issueLink } from '../../links/actions.ts';
import { queueMail } from '../../notices/actions.ts';
import type { Letter, NoticeKind } from '../../notices/types.ts';
import { organisationsOf, peopleOf } from '../../planning/queries.ts';
import type { Project } from '../../planning/types.ts';
import { tellingOf } from '../facts/queries.ts';
import type { ProjectTelling } from '../facts/types.ts';
import type { Registered } from '../letters/registered.ts';
import { keyOf } from '../rules.ts';

/** Personal pages stay open this long after the last session. */
const linkDays = 120;

/** Writes a letter to somebody about their registration, with a new personal link in it. */
export async function writeTo(
  work: Work,
  tools: Tools,
  about: {
    readonly project: Project;
    readonly personId: PersonId;
    readonly language: Language;
    readonly kind: NoticeKind;
    readonly version: string;
    readonly confirmationId?: string;
  },
  write: (telling: ProjectTelling, person: Registered) => Letter,
): Promise<void> {
  const { project, personId, language, kind, version } = about;
  const telling = await tellingOf(work, tools, project);
  const person = (await peopleOf(work, project)).find(({ id }) => id === personId);
  if (telling === null || person === undefined) throw new Error(`there is nobody ${personId} to write to`);
  const ownPageUrl = await ownPageUrlFor(work, tools, project, { personId, telling });
  const organisation = (await organisationsOf(work, project)).find(({ id }) => id === person.organisationId);
  const registered = {
    givenName: person.givenName,
    familyName: person.familyName,
    title: person.title,
    organisation: organisation?.name ?? person.unit ?? '',
    phone: person.phone,
    ownPageUrl,
    language,
  };
  await queueMail(work, tools, {
    ...keyOf(project),
    kind,
    personId,
    version,
    to: { address: person.email, name: person.displayName },
    letter: write(telling, registered),
    grace: about.confirmationId === undefined ? 'none' : 'grace',
    confirmationId: about.confirmationId ?? null,
  });
}

/** A new link to the personal page; it lives until some months after the last session. */
export async function ownPageUrlFor(
  work: Work,
  tools: Tools,
  key: ProjectKey,
  { personId, telling }: { readonly personId: PersonId; readonly telling: ProjectTelling },
): Promise<string> {
  const now = tools.clock.now();
  const last = telling.sessions.map(({ date: day }) => day).findLast((day) => day !== null);
  const start = last == null ? now : localDate(last).toZonedDateTime(telling.timeZone).toInstant();
  const from = Temporal.Instant.compare(start, now) > 0 ? start : now;
  const expiresAt = from.add({ hours: linkDays * 24 });
  const secret = await issueLink(work, tools, { ...keyOf(key), purpose: 'self', personId, subjectId: null, expiresAt });
  return `${telling.publicUrl}/min/${secret}`;
}
