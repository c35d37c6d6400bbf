import { localDate, readLocalDate } from '../../../../domain/local-date.ts';
import { counted, dayMonth, inBoth } from '../../../../domain/swedish-text.ts';
import type { Words } from '../../../../domain/words.ts';
import { currentVersion, ruleById } from '../../../../guideline/versions.ts';
import { knownClass } from '../../../retention/classes/rules.ts';
import { dataClassIds, type DataClassId } from '../../../retention/types.ts';
import type { Happening, TodayAction } from '../../types.ts';
import type { Known, NewRows } from '../types.ts';
import { event, sessionText } from '../words/rules.ts';

type Act = NewRows['audit'][number];

/** What others have done to the plan, and what the tool did by itself. Nobody is told what they did themselves. */
export function tellActs({ audit }: NewRows, known: Known): readonly Happening[] {
  return audit
    .filter(({ actorPersonId }) => actorPersonId === null || actorPersonId !== known.me)
    .flatMap((act) => {
      const told = acts[act.act]?.(act, known);
      return told === undefined
        ? []
        : [
            event({ kind: 'plan', id: act.id, at: act.at }, told.words, {
              action: told.action,
              sessionId: told.sessionId ?? null,
            }),
          ];
    });
}

interface Told {
  readonly words: Words;
  readonly action: TodayAction;
  readonly sessionId?: string | null;
}

/** What is worth telling of the log; the rest is in the rows above, or nobody's news. */
const acts: Readonly<Record<string, (act: Act, known: Known) => Told>> = {
  'session.move': (act, known) => moved(act, known),
  'session.cancel': (act, known) =>
    ofSession(act, known, { sv: 'tog bort {s} ur planen', en: 'removed {s} from the plan' }, 'dates.edit'),
  'session.add': (act, known) => ofSession(act, known, { sv: 'lade till {s}', en: 'added {s}' }, 'dates.edit'),
  'session.fromOutlook': (act, known) =>
    ofSession(act, known, { sv: 'ändrade {s} efter Outlook', en: 'changed {s} after Outlook' }, 'dates.edit'),
  'agenda.changed': (act, known) =>
    ofSession(act, known, { sv: 'ändrade programmet för {s}', en: 'changed the programme of {s}' }, 'agenda.edit'),
  'evaluation.opened': (act, known) =>
    byItself(
      act,
      known,
      { sv: 'Utvärderingen av {s} öppnade.', en: 'The evaluation of {s} opened.' },
      'evaluation.prepare',
    ),
  'evaluation.closed': (act, known) =>
    byItself(
      act,
      known,
      { sv: 'Utvärderingen av {s} stängde.', en: 'The evaluation of {s} closed.' },
      'evaluation.prepare',
    ),
  'documents.confirmed': (act, known) =>
    ofSession(
      act,
      known,
      { sv: 'delade dokumentation från {s}', en: 'shared documentation of {s}' },
      'documentation.share',
    ),
  'guest.substitute': (act, known) =>
    byItself(
      act,
      known,
      { sv: 'En deltagare skickar en ersättare till {s}.', en: 'A participant sends a substitute to {s}.' },
      'participants.show',
    ),
  'guest.colleague': (act, known) =>
    byItself(
      act,
      known,
      { sv: 'En deltagare tar med en kollega till {s}.', en: 'A participant brings a colleague to {s}.' },
      'participants.show',
    ),
  'registration.closed': ({ details }) => closed(details['confirmed']),
  'project.activate': ({ actor }) =>
    simple(actor, { sv: 'väckte lärprojektet', en: 'woke the learning project' }, 'project.edit'),
  'roles.change': ({ actor }) => simple(actor, { sv: 'ändrade rollerna', en: 'changed the roles' }, 'roles.edit'),
  'person.change': ({ actor }) =>
    simple(actor, { sv: 'ändrade uppgifter om en person', en: 'changed what is known of a person' }, 'roles.edit'),
  'person.remove': ({ actor }) => simple(actor, { sv: 'tog bort en person', en: 'removed a person' }, 'roles.edit'),
  'theme.proposed': ({ actor }) =>
    simple(actor, { sv: 'lade till ett temaförslag', en: 'added a theme proposal' }, 'theme.propose'),
  'theme.consulted': ({ actor }) =>
    simple(actor, { sv: 'antecknade ett samråd', en: 'noted a consultation' }, 'theme.consult'),
  'theme.decided': ({ actor }) =>
    simple(
      actor,
      { sv: 'skrev in styrgruppens beslut om tema', en: "entered the steering group's decision on the theme" },
      'theme.decide',
    ),
  'theme.takenBack': ({ actor }) =>
    simple(actor, { sv: 'tog tillbaka beslutet om tema', en: 'took back the decision on the theme' }, 'theme.decide'),
  'speaker.answered': ({ actor, details }) =>
    simple(actor, speakerAnswers[String(details['to'])] ?? speakerAnswers.tentative, 'speakers.edit'),
  ...Object.fromEntries(
    dataClassIds.map((id) => [
      `${id}.disposed`,
      ({ actor }: Act) => simple(actor, disposedWords(id), 'retention.look'),
    ]),
  ),
  'disclosure.exported': ({ actor }) =>
    simple(
      actor,
      { sv: 'hämtade allt som finns, för utlämnande', en: 'fetched everything there is, to hand out' },
      'retention.look',
    ),
  'task.done': ({ actor }) => simple(actor, { sv: 'blev klar med en uppgift', en: 'finished a task' }, 'tasks.look'),
  'decision.add': ({ actor }) =>
    simple(actor, { sv: 'skrev ner ett beslut', en: 'wrote down a decision' }, 'tasks.look'),
  'reminders.off': ({ actor, subject }) => simple(actor, switchedWords(subject, false), 'tasks.look'),
  'reminders.on': ({ actor, subject }) => simple(actor, switchedWords(subject, true), 'tasks.look'),
  'plan.override': ({ actor, subject }) => simple(actor, overriddenWords(subject), 'project.edit'),
};

function overriddenWords(ruleId: string | null): Words {
  const title = ruleById(currentVersion, ruleId ?? '')?.title;
  return {
    sv: `gick vidare utan ${title === undefined ? 'en regel' : `”${title.sv}”`}`,
    en: `went on without ${title === undefined ? 'a rule' : `“${title.en}”`}`,
  };
}

function disposedWords(id: DataClassId): Words {
  const { sv, en } = knownClass(id).name;
  return { sv: `gallrade ${sv.toLowerCase()}`, en: `disposed of ${en.toLowerCase()}` };
}

/** Whoever was asked acts themselves here. */
const speakerAnswers: Readonly<Record<string, Words>> & { readonly tentative: Words } = {
  confirmed: { sv: 'har sagt ja till att medverka', en: 'has said yes to taking part' },
  declined: { sv: 'har sagt nej till att medverka', en: 'has said no to taking part' },
  tentative: { sv: 'svarar kanske om att medverka', en: 'answers perhaps about taking part' },
};

function simple(actor: string, did: Words, action: TodayAction): Told {
  return { words: { sv: `${actor} ${did.sv}.`, en: `${actor} ${did.en}.` }, action };
}

function switchedWords(subject: string | null, isOn: boolean): Words {
  const what =
    subject === 'weekly'
      ? { sv: 'veckans läge', en: 'the weekly status' }
      : { sv: 'påminnelserna', en: 'the reminders' };
  return isOn
    ? { sv: `slog på ${what.sv}`, en: `turned on ${what.en}` }
    : { sv: `stängde av ${what.sv}`, en: `turned off ${what.en}` };
}

function filled(words: Words, sessionId: string | null, known: Known): Words {
  return inBoth((language) => words[language].replace('{s}', sessionText(sessionId, known, language)));
}

function ofSession({ actor, subject }: Act, known: Known, did: Words, action: TodayAction): Told {
  return { ...simple(actor, filled(did, subject, known), action), sessionId: subject };
}

function byItself({ subject }: Act, known: Known, words: Words, action: TodayAction): Told {
  return { words: filled(words, subject, known), action, sessionId: subject };
}

function moved({ actor, subject, details }: Act, known: Known): Told {
  const [from, to] = [dayOf(details['from']), dayOf(details['to'])];
  const words = inBoth((language) => {
    const session = sessionText(subject, known, language);
    const day = (date: string): string => dayMonth(localDate(date), language);
    const [moves, sets] = language === 'sv' ? ['flyttade', 'satte datum för'] : ['moved', 'set the date of'];
    if (to === undefined) return `${actor} ${moves} ${session}.`;
    if (from === undefined) return `${actor} ${sets} ${session}: ${day(to)}.`;
    return language === 'sv'
      ? `${actor} ${moves} ${session} från ${day(from)} till ${day(to)}.`
      : `${actor} ${moves} ${session} from ${day(from)} to ${day(to)}.`;
  });
  return { words, action: 'dates.edit', sessionId: subject };
}

function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' && readLocalDate(value) !== undefined ? value : undefined;
}

function closed(confirmed: unknown): Told {
  const count = typeof confirmed === 'number' ? confirmed : 0;
  return {
    words: {
      sv: `Anmälan stängde med ${counted(count, 'deltagare', 'deltagare')}.`,
      en: `The registration closed with ${counted(count, 'participant', 'participants')}.`,
    },
    action: 'participants.show',
  };
}
