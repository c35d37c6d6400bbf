import { daysBetween } from '../../domain/local-date.ts';
import { clockText, counted, listText } from '../../domain/swedish-text.ts';
import type { Words } from '../../domain/words.ts';
import { agendaFigures, longestStretch, longestWithoutBreak, minutesOf } from '../agenda-figures.ts';
import type { AgendaFigures } from '../agenda-figures.ts';
import { sessionInfoDue, speakersDue } from '../due-dates.ts';
import { filled } from '../facts.ts';
import type { AgendaItemFacts, ProjectFacts, SessionFacts, SpeakerFacts } from '../facts.ts';
import { broken, met, missing, notApplicable, open as isOpen } from '../findings.ts';
import type { Finding, ProjectRule, Rule, SessionRule } from '../rule.ts';
import { hasRemoteSpeaker } from '../head-count.ts';
import { datedSessions, isLastSession } from '../session-dates.ts';

const agenda = {
  basis: 'guideline',
  scope: 'session',
  owner: 'planningGroup',
  actors: ['planningGroup'],
  action: 'agenda.edit',
  due: sessionInfoDue,
} as const;

const noAgenda: Words = {
  sv: 'Programmet är inte gjort än. Lägg in punkterna.',
  en: 'The agenda is not made yet. Add its items.',
};

/** A rule about the agenda has nothing to say until there is one. */
function onAgenda(check: (session: SessionFacts, facts: ProjectFacts) => Finding): SessionRule['check'] {
  return (facts, session) => (session.agenda.length === 0 ? missing(noAgenda) : check(session, facts));
}

const mix: SessionRule = {
  ...agenda,
  id: 'AGD-01',
  quote: 'Varje träff bör innehålla en mix av presentationer och strukturerade samtal/erfarenhetsutbyte.',
  level: 'should',
  title: { sv: 'Presentationer och samtal', en: 'Presentations and conversation' },
  explanation: {
    sv: 'Övning och gemensam summering räknas som samtal.',
    en: 'Exercises and joint summaries count as conversation.',
  },
  check: onAgenda((session) => {
    const { presentationMinutes, conversationMinutes } = agendaFigures(session.agenda);
    const words = {
      sv: `${presentationMinutes} min presentation, ${conversationMinutes} min samtal.`,
      en: `${presentationMinutes} min of presentation, ${conversationMinutes} min of conversation.`,
    };
    return presentationMinutes > 0 && conversationMinutes > 0 ? met(words) : broken('warning', words);
  }),
};

function speakersOf(session: SessionFacts): readonly SpeakerFacts[] {
  return session.agenda.flatMap((item) => item.speakers).filter(({ status }) => status !== 'declined');
}

const research: ProjectRule = {
  ...agenda,
  scope: 'project',
  due: (facts) => {
    const first = datedSessions(facts)[0];
    return first === undefined ? undefined : sessionInfoDue(facts, first);
  },
  id: 'AGD-02',
  quote:
    'Presentationerna får gärna vara i form av aktuell forskning och kunskap/information från exempelvis myndigheter.',
  level: 'nice',
  title: { sv: 'Forskning och myndigheter', en: 'Research and agencies' },
  explanation: { sv: 'Räcker med en i hela lärprojektet.', en: 'One in the whole project is enough.' },
  check: (facts) => {
    const found = facts.sessions
      .flatMap(speakersOf)
      .filter(({ kind }) => kind === 'research' || kind === 'agencyInformation');
    return found.length > 0
      ? met({ sv: 'Forskning eller myndighet medverkar.', en: 'Research or an agency takes part.' })
      : missing({ sv: 'Ingen forskare eller myndighet medverkar än.', en: 'No researcher or agency takes part yet.' });
  },
};

const localExamples: SessionRule = {
  ...agenda,
  id: 'AGD-03',
  quote: 'Kärnan ska dock vara lärande genom lokala och regionala exempel, både från länet och andra delar av landet.',
  level: 'should',
  title: { sv: 'Lokala och regionala exempel', en: 'Local and regional examples' },
  explanation: { sv: 'Minst ett lokalt exempel på varje träff.', en: 'At least one local example at every session.' },
  check: onAgenda((session) =>
    speakersOf(session).some(({ kind }) => kind === 'localExample')
      ? met({ sv: 'Ett lokalt exempel finns med.', en: 'A local example is there.' })
      : broken('warning', {
          sv: 'Träffen saknar ett lokalt exempel. Fråga en kommun.',
          en: 'The session has no local example. Ask a municipality.',
        }),
  ),
};

/** Our measures of "luftig". */
const airy = {
  conversationShare: 0.4,
  withoutBreak: 90,
  withoutBreakAtMost: longestWithoutBreak,
  lunch: 45,
  coffee: 15,
};

export interface AgendaRemark {
  readonly words: Words;
  /** Breaks the rule; the rest are tips. */
  readonly breach: boolean;
  /** Places of the items that it is about, 0 first; none when it is about the day. */
  readonly rows: readonly number[];
}

/** What makes an agenda less than airy. Times in minutes. */
export function airinessRemarks(items: readonly AgendaItemFacts[]): readonly AgendaRemark[] {
  return [...talkRemark(agendaFigures(items)), ...stretchRemark(items), ...shortRestRemarks(items)];
}

function talkRemark({
  conversationShare,
  conversationMinutes,
  presentationMinutes,
}: AgendaFigures): readonly AgendaRemark[] {
  if (conversationShare === undefined || conversationShare >= airy.conversationShare) return [];
  const content = conversationMinutes + presentationMinutes;
  const words = {
    sv: `samtal är bara ${conversationMinutes} av ${content} innehållsminuter`,
    en: `conversation is only ${conversationMinutes} of ${content} minutes of content`,
  };
  return [{ words, breach: true, rows: [] }];
}

function stretchRemark(items: readonly AgendaItemFacts[]): readonly AgendaRemark[] {
  const { minutes, rows } = longestStretch(items);
  if (minutes <= airy.withoutBreak) return [];
  return [
    {
      words: { sv: `${minutes} minuter utan paus`, en: `${minutes} minutes without a break` },
      breach: minutes > airy.withoutBreakAtMost,
      rows,
    },
  ];
}

function shortRestRemarks(items: readonly AgendaItemFacts[]): readonly AgendaRemark[] {
  const tooShort = (type: 'lunch' | 'break', minutes: number): readonly number[] =>
    items.flatMap((item, row) => (item.type === type && minutesOf(item) < minutes ? [row] : []));
  const lunches = tooShort('lunch', airy.lunch);
  const breaks = tooShort('break', airy.coffee);
  const remark = (words: Words, rows: readonly number[]): readonly AgendaRemark[] =>
    rows.length === 0 ? [] : [{ words, breach: true, rows }];
  return [
    ...remark({ sv: 'lunch kortare än 45 minuter', en: 'lunch shorter than 45 minutes' }, lunches),
    ...remark({ sv: 'fika kortare än 15 minuter', en: 'coffee break shorter than 15 minutes' }, breaks),
  ];
}

const airiness: SessionRule = {
  ...agenda,
  id: 'AGD-04',
  quote: 'Se till att agendan är luftig och ger tid för samtal.',
  level: 'must',
  title: { sv: 'Luftigt program', en: 'An airy agenda' },
  explanation: {
    sv: 'Våra mått: minst 40 procent samtal, paus efter 90 minuter, lunch 45 och fika 15 minuter.',
    en: 'Our measures: at least 40 per cent conversation, a break after 90 minutes, 45 minutes for lunch and 15 for coffee.',
  },
  check: onAgenda((session) => {
    const remarks = airinessRemarks(session.agenda);
    const breaches = remarks.filter(({ breach }) => breach);
    if (breaches.length === 0)
      return met(
        { sv: 'Programmet är luftigt.', en: 'The agenda is airy.' },
        remarks.map(({ words }) => words),
      );
    return broken('warning', {
      sv: `Programmet är inte luftigt: ${listText(
        remarks.map(({ words }) => words.sv),
        'sv',
      )}.`,
      en: `The agenda is not airy: ${listText(
        remarks.map(({ words }) => words.en),
        'en',
      )}.`,
    });
  }),
};

const agendaPage: SessionRule = {
  ...agenda,
  id: 'AGD-05',
  quote: 'Ha gärna agendan tillgänglig för deltagarna under hela dagen.',
  level: 'nice',
  title: { sv: 'Programmet hela dagen', en: 'The agenda all day' },
  explanation: {
    sv: 'En sida utan konto, med QR-kod i rummet.',
    en: 'A page without an account, with a QR code in the room.',
  },
  check: onAgenda((session) =>
    filled(session.agendaPageUrl)
      ? met({ sv: 'Programmet finns på en öppen sida.', en: 'The agenda is on an open page.' })
      : missing({
          sv: 'Programmet har ingen sida som deltagarna når.',
          en: 'The agenda has no page that participants reach.',
        }),
  ),
};

const opening: SessionRule = {
  ...agenda,
  id: 'OPN-01',
  quote:
    'I inledningen av varje träff lyfts kort syftet med Dalalab och vilka förhållningssätt (se textruta) som gäller under träffarna.',
  level: 'must',
  owner: 'processFacilitator',
  actors: ['processFacilitator'],
  title: { sv: 'Inledning med syfte och förhållningssätt', en: 'Opening with purpose and attitudes' },
  explanation: {
    sv: 'Först efter kaffet, före den första presentationen.',
    en: 'First after the coffee, before the first presentation.',
  },
  check: onAgenda((session) =>
    session.agenda.find((item) => item.type !== 'arrival')?.type === 'opening'
      ? met({ sv: 'Programmet börjar med inledningen.', en: 'The agenda begins with the opening.' })
      : broken('warning', {
          sv: 'Ingen inledning med syfte och förhållningssätt. Lägg den först.',
          en: 'No opening with purpose and attitudes. Put it first.',
        }),
  ),
};

const remoteSpeakers: SessionRule = {
  ...agenda,
  id: 'SPK-02',
  quote: 'Det fungerar ofta bra att externa medverkande/föredragshållare är med digitalt.',
  level: 'nice',
  title: { sv: 'Digital medverkan är provad', en: 'Remote speaking is tested' },
  explanation: {
    sv: 'Ett prov en till tre dagar före är vårt råd.',
    en: 'A test one to three days before is our advice.',
  },
  check: onAgenda((session) => {
    const untested = speakersOf(session).filter(
      ({ mode, techTestOn }) => mode === 'remote' && techTestOn === undefined,
    );
    if (!hasRemoteSpeaker(session))
      return notApplicable({ sv: 'Alla medverkande är på plats.', en: 'All speakers are in the room.' });
    return untested.length === 0
      ? met({ sv: 'Tekniken provas före träffen.', en: 'The technology is tested before the session.' })
      : missing({
          sv: `${counted(untested.length, 'digital medverkande', 'digitala medverkande')} saknar teknisk provkörning. Boka en tid.`,
          en: `${counted(untested.length, 'remote speaker has', 'remote speakers have')} no technical test. Book a time.`,
        });
  }),
};

/** ROL-01: our measure; a speaker who is asked later may well have something else that day. */
const askedDaysBefore = 42;

const speakersSayYes: SessionRule = {
  ...agenda,
  id: 'ROL-01',
  quote: 'Planeringsgrupp – planerar träffarna och tar kontakt med tilltänkta medverkande.',
  level: 'should',
  title: { sv: 'Medverkande har sagt ja', en: 'Speakers have said yes' },
  explanation: {
    sv: 'Fråga senast sex veckor före och ha ett ja tre veckor före är vårt råd.',
    en: 'Asking six weeks before at the latest and a yes three weeks before is our advice.',
  },
  action: 'speakers.edit',
  due: speakersDue,
  check: onAgenda(({ date, agenda: items }, { today }) => {
    const all = new Map(items.flatMap(({ speakers }) => speakers).map((speaker) => [speaker.id, speaker]));
    if (all.size === 0)
      return notApplicable({ sv: 'Programmet har inga medverkande.', en: 'The agenda has no speakers.' });
    const count = (...states: readonly SpeakerFacts['status'][]): number =>
      [...all.values()].filter(({ status }) => states.includes(status)).length;
    const [no, ideas, waiting] = [count('declined'), count('idea'), count('asked', 'tentative')];
    if (no > 0)
      return broken('warning', {
        sv: `${no} medverkande i programmet har sagt nej. Hitta någon annan eller ändra punkten.`,
        en: `${no} of the speakers on the agenda have said no. Find somebody else or change the item.`,
      });
    if (ideas + waiting === 0) return met({ sv: 'Alla medverkande har sagt ja.', en: 'All speakers have said yes.' });
    const words = {
      sv: `${ideas + waiting} medverkande har inte sagt ja än. ${ideas > 0 ? 'Fråga dem.' : 'Hör av er igen.'}`,
      en: `${ideas + waiting} of the speakers have not said yes yet. ${ideas > 0 ? 'Ask them.' : 'Get in touch again.'}`,
    };
    const isNear = date !== undefined && daysBetween(today, date) <= askedDaysBefore;
    return isNear ? missing(words) : isOpen(words);
  }),
};

const onTime: SessionRule = {
  ...agenda,
  id: 'RG-13',
  quote: 'hålla programtiderna – … kommer sent och går tidigt',
  level: 'should',
  basis: 'network',
  owner: 'processFacilitator',
  actors: ['processFacilitator', 'planningGroup'],
  title: { sv: 'Programtiderna hålls', en: 'The times are kept' },
  explanation: {
    sv: 'Programmet ryms i den tid som deltagarna har fått. Då kan alla stanna till slutet.',
    en: 'The agenda fits the time that participants have been given, so that everybody can stay to the end.',
  },
  check: onAgenda(({ start, end, agenda: items }) => {
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined || start === undefined || end === undefined)
      return isOpen({ sv: 'Träffen har inga klockslag än.', en: 'The session has no times yet.' });
    if (last.end > end)
      return broken('warning', {
        sv: `Programmet slutar ${clockText(last.end, 'sv')}, men träffen ${clockText(end, 'sv')}. Korta en punkt.`,
        en: `The agenda ends at ${clockText(last.end, 'en')}, but the session at ${clockText(end, 'en')}. Shorten an item.`,
      });
    if (first.start < start)
      return broken('warning', {
        sv: `Programmet börjar ${clockText(first.start, 'sv')}, men träffen ${clockText(start, 'sv')}. Flytta det.`,
        en: `The agenda starts at ${clockText(first.start, 'en')}, but the session at ${clockText(start, 'en')}. Move it.`,
      });
    return met({ sv: 'Programmet ryms i träffens tid.', en: 'The agenda fits the time of the session.' });
  }),
};

const keepInTouch: SessionRule = {
  ...agenda,
  id: 'END-01',
  quote: 'I slutet av lärprojektet läggs gärna någon övning in som stimulerar till fortsatt kontakt mellan deltagarna.',
  level: 'nice',
  owner: 'processFacilitator',
  title: { sv: 'Övning för fortsatt kontakt', en: 'An exercise for keeping in touch' },
  explanation: { sv: 'Gäller sista träffen.', en: 'For the last session.' },
  check: (facts, session) => {
    if (!isLastSession(facts, session))
      return notApplicable({ sv: 'Gäller sista träffen.', en: 'For the last session.' });
    return session.agenda.some((item) => item.type === 'exercise')
      ? met({ sv: 'En övning finns i sista programmet.', en: 'The last agenda has an exercise.' })
      : missing({
          sv: 'Sista programmet saknar en övning för fortsatt kontakt.',
          en: 'The last agenda has no exercise for keeping in touch.',
        });
  },
};

export const agendaRules: readonly Rule[] = [
  mix,
  research,
  localExamples,
  airiness,
  agendaPage,
  opening,
  speakersSayYes,
  remoteSpeakers,
  onTime,
  keepInTouch,
];
