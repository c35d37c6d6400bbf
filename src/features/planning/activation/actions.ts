import { Temporal } from 'temporal-polyfill';
import { isDecided } from '../../../domain/dietary-terms.ts';
import { done, refused, type Outcome } from '../../../domain/outcome.ts';
import type { Actor } from '../../../domain/people.ts';
import { counted, dayMonthTime, inBoth } from '../../../domain/swedish-text.ts';
import type { Words } from '../../../domain/words.ts';
import type { Tools } from '../../../tools.ts';
import { recordConfirmation } from '../../notices/actions.ts';
import { previewOf, samePreview } from '../../notices/rules.ts';
import { confirmedPeople, registrationStateOf } from '../../registration/queries.ts';
import { auditedBy, writeAudit } from '../audit/actions.ts';
import { projectOf, sessionsOf } from '../queries.ts';
import * as store from '../store.ts';
import type { Reader } from '../store.ts';
import type { ActivationPreview, Confirm, PlanRefusal, Project, Session } from '../types.ts';

/**
 * What would go out if the project woke now. What a file says was sent is history and is not sent again;
 * bookings go out at once only when the tool itself has closed the registration.
 */
export async function previewActivation(
  tools: Pick<Tools, 'clock' | 'settings'> & Reader,
  actor: Actor,
): Promise<Outcome<ActivationPreview, PlanRefusal>> {
  const project = await projectOf(tools, actor);
  if (project === null) return refused('noProject');
  const now = tools.clock.now();
  const { closed } = await registrationStateOf(tools, actor);
  const ahead = (await sessionsOf(tools, actor)).filter((session) => isAhead(session, now));
  const people = await confirmedPeople(tools, actor);
  const recipients = closed && ahead.length > 0 ? people.map(({ personId }) => personId) : [];
  const lines = [
    closed ? bookingsNow(recipients.length, ahead.length) : bookingsLater(project, now),
    inBoth((language) =>
      language === 'sv'
        ? `${counted(people.length, 'person är', 'personer är')} anmälda och ${counted(ahead.length, 'träff', 'träffar')} ligger framåt.`
        : `${counted(people.length, 'person is', 'people are')} registered and ${counted(ahead.length, 'session lies', 'sessions lie')} ahead.`,
    ),
    ...(tools.settings.dietaryTermsRequired && !isDecided(project.dietaryTerms) ? [shutUntilDecided] : []),
    {
      sv: 'Lokaler, utskick och utvärderingar bekräftar du var för sig, när de ska ut.',
      en: 'Rooms, letters and evaluations are confirmed one by one, when they are to go out.',
    },
  ];
  const shown = previewOf({ texts: [String(project.revision), ...lines.map(({ sv }) => sv)], recipients });
  return done({ ...shown, lines, state: project.state });
}

const shutUntilDecided: Words = {
  sv: 'Anmälan öppnar inte förrän det är bestämt hur specialkost hanteras: rättslig grund, gallring och beslut.',
  en: 'Registration does not open before it is decided how dietary needs are handled: legal basis, retention and decision.',
};

function isAhead({ cancelled, end }: Session, now: Temporal.Instant): boolean {
  return !cancelled && end !== null && Temporal.Instant.compare(Temporal.Instant.from(end), now) > 0;
}

function bookingsNow(people: number, sessions: number): Words {
  if (people === 0) return { sv: 'Inget skickas nu.', en: 'Nothing is sent now.' };
  return {
    sv: `${counted(people, 'person', 'personer')} får kalenderbokning till ${counted(sessions, 'träff', 'träffar')} nu.`,
    en: `${counted(people, 'person gets', 'people get')} calendar bookings for ${counted(sessions, 'session', 'sessions')} now.`,
  };
}

function bookingsLater(project: Project, now: Temporal.Instant): Words {
  const closes = project.registrationCloses === null ? undefined : Temporal.Instant.from(project.registrationCloses);
  if (closes === undefined)
    return {
      sv: 'Inget skickas nu. Kalenderbokningar går ut när du har stängt anmälan.',
      en: 'Nothing is sent now. Calendar bookings go out when you have closed the registration.',
    };
  const when = inBoth((language) => dayMonthTime(closes, project.timeZone, language));
  return Temporal.Instant.compare(closes, now) > 0
    ? {
        sv: `Inget skickas nu. Anmälan stänger ${when.sv}; du bekräftar vad som ska gå ut då.`,
        en: `Nothing is sent now. Registration closes ${when.en}; you confirm what is to go out then.`,
      }
    : {
        sv: `Inget skickas nu. Tiden för anmälan gick ut ${when.sv}. Kalenderbokningar går ut när du stänger anmälan.`,
        en: `Nothing is sent now. The time for registering ended ${when.en}. Calendar bookings go out when you close the registration.`,
      };
}

/** Wakes the project. Refused when the preview that was confirmed is no longer true. */
export async function activate(tools: Tools, actor: Actor, confirm: Confirm): Promise<Outcome<null, PlanRefusal>> {
  return await tools.tx(async (work) => {
    const preview = await previewActivation({ ...tools, db: work.db }, actor);
    if (!preview.ok) return preview;
    if (preview.value.state !== 'dormant') return refused('notDormant');
    if (!samePreview(preview.value, confirm)) return refused('previewChanged');
    await store.updateProject(work, actor, { state: 'active' });
    const { tenantId, projectId } = actor;
    await recordConfirmation(work, tools, {
      tenantId,
      projectId,
      act: 'project.activate',
      preview: preview.value,
      by: { personId: actor.personId, name: actor.name },
    });
    const details = { recipients: confirm.recipientCount };
    await writeAudit(work, tools, { ...auditedBy(actor), act: 'project.activate', details });
    await work.enqueue('meetings.reconcile', { tenantId, projectId });
    return done(null);
  });
}
