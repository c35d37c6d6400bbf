import type { ProjectKey } from '../../domain/ids.ts';
import { isBefore, localDate, localDateOf } from '../../domain/local-date.ts';
import type { Tools } from '../../tools.ts';
import { openLink } from '../links/queries.ts';
import { saidOf } from '../notices/queries.ts';
import { organisationsOf, peopleOf, projectOf, sessionsOf, speakersOf, venuesOf } from '../planning/queries.ts';
import { leadOf } from '../rooms/booking/queries.ts';
import { confirmedPeople } from '../registration/queries.ts';
import { linkChecksOf } from '../web-links/queries.ts';
import { goneLink, statusOf, talksAhead, talksOf, todoOf, webLinks, whyNoQuestion } from './rules.ts';
import { speakerRefusals, type SpeakerQuestion, type SpeakerView, type SpeakersView } from './types.ts';

type Reader = Pick<Tools, 'db' | 'clock'>;

/** Everybody who is to take part in a programme, how far it has come with each, and what to do now. */
export async function speakersView(tools: Reader, key: ProjectKey): Promise<SpeakersView | null> {
  const project = await projectOf(tools, key);
  if (project === null) return null;
  const [speakers, sessions, people, organisations, said, linkChecks, confirmed] = await Promise.all([
    speakersOf(tools, key),
    sessionsOf(tools, key),
    peopleOf(tools, key),
    organisationsOf(tools, key),
    saidOf(tools, key),
    linkChecksOf(tools, key),
    confirmedPeople(tools, key),
  ]);
  const today = localDateOf(tools.clock.now(), project.timeZone);
  return {
    // Those whom something is left to do about stand first, else in the register's own order.
    speakers: speakers
      .map(({ extra: _extra, ...speaker }): SpeakerView => {
        const status = statusOf(speaker);
        const talks = talksOf(speaker, sessions);
        const why = whyNoQuestion(speaker, { status, talks, today, isAwake: project.state === 'active' });
        const gone = webLinks(speaker).filter(({ url }) => linkChecks.get(url)?.reachable === false);
        const todo = todoOf(speaker, { status, talks, today });
        const letters = said.filter(({ kind, version }) => isQuestion(kind) && version.startsWith(`${speaker.id} `));
        return {
          ...speaker,
          status,
          talks,
          ownerName: people.find(({ id }) => id === speaker.ownerId)?.displayName ?? null,
          organisationName: organisations.find(({ id }) => id === speaker.organisationId)?.name ?? null,
          letter: letters.at(-1)?.state ?? null,
          isParticipant: confirmed.some(({ personId }) => personId === speaker.personId),
          links: webLinks(speaker).map((link) => ({
            url: link.url,
            title: link.title ?? null,
            isGone: gone.includes(link),
          })),
          ...todo,
          needs: [...todo.needs, ...gone.map((link) => goneLink(link, linkChecks.get(link.url)?.status))],
          whyNoQuestion: why === undefined ? null : speakerRefusals[why],
        };
      })
      .toSorted((one, other) => Number(other.needs.length > 0) - Number(one.needs.length > 0)),
  };
}

function isQuestion(kind: string): boolean {
  return kind === 'speaker.asked' || kind === 'speaker.reminded';
}

interface FoundQuestion {
  readonly key: ProjectKey;
  readonly question: SpeakerQuestion;
}

/** Whose question a link opens; undefined when it opens none. Changes nothing. */
export async function speakerQuestion(tools: Reader, secret: string): Promise<FoundQuestion | undefined> {
  const link = await openLink(tools, secret);
  if (link === undefined || !link.purpose.startsWith('speaker:')) return undefined;
  const key = { tenantId: link.tenantId, projectId: link.projectId };
  const [project, speakers, sessions, venues] = await Promise.all([
    projectOf(tools, key),
    speakersOf(tools, key),
    sessionsOf(tools, key),
    venuesOf(tools, key),
  ]);
  const speaker = speakers.find(({ id }) => id === link.subjectId);
  if (project === null || speaker === undefined) return undefined;
  const talks = talksOf(speaker, sessions);
  const today = localDateOf(tools.clock.now(), project.timeZone);
  const placeOf = (sessionId: string): string | null => {
    const venueId = sessions.find(({ id }) => id === sessionId)?.venueId;
    const venue = venues.find(({ id }) => id === venueId);
    return venue === undefined ? null : [venue.name, venue.city].filter((part) => part !== '').join(', ');
  };
  return {
    key,
    question: {
      project: { id: project.projectId, title: project.title },
      speaker,
      status: statusOf(speaker),
      talks: talks
        .filter(({ date }) => date === null || !isBefore(localDate(date), today))
        .map((talk) => ({ ...talk, place: placeOf(talk.sessionId) })),
      lead: await leadOf(tools, key),
      isOpen: talksAhead(talks, today).length > 0,
    },
  };
}
