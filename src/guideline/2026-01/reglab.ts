import { counted } from '../../domain/swedish-text.ts';
import type { Words } from '../../domain/words.ts';
import { filled, type ProjectFacts, type SessionFacts } from '../facts.ts';
import { advised, met } from '../findings.ts';
import type { Finding, ProjectRule, SessionRule } from '../rule.ts';
import { isOver, sessionAfter } from '../session-dates.ts';
import { elsewhere, projectHint, sessionHint } from './hints.ts';
import { reglabSpeakerRules } from './reglab-speakers.ts';

const firstOnly = ({ number }: SessionFacts): Finding | undefined =>
  number === 1 ? undefined : elsewhere({ sv: 'Görs på första träffen.', en: 'Done at the first session.' });

const report = sessionHint(
  {
    id: 'RG-01',
    quote:
      'Det var ett kompetent gäng med bred erfarenhet från offentlig verksamhet, som möttes i Stockholm den 21 mars och startade lärprojektet Digital agenda.',
    owner: 'contentLead',
    title: { sv: 'Träffen blir en nyhet', en: 'The session becomes news' },
    explanation: {
      sv: 'En kort text dagen efter: vilka som möttes, var, när och om vad.',
      en: 'A short text the day after: who met, where, when and about what.',
    },
    todo: { sv: 'Skriv en kort nyhet om träffen.', en: 'Write a short piece of news about the session.' },
  },
  (facts, session) =>
    isOver(facts, session) ? undefined : elsewhere({ sv: 'Efter träffen.', en: 'After the session.' }),
);

const quotes = projectHint({
  id: 'RG-06',
  quote: '– I Sverige har vi en lång tradition av att leverera välfärd.',
  owner: 'contentLead',
  title: { sv: 'Citat med ja och källa', en: 'Quotes with a yes and a source' },
  explanation: {
    sv: 'Den som citeras har sagt ja till citatet, och siffror har en källa.',
    en: 'Whoever is quoted has said yes to it, and figures have a source.',
  },
  todo: { sv: 'Be om ett ja innan du citerar någon.', en: 'Ask for a yes before you quote somebody.' },
});

const needs = sessionHint(
  {
    id: 'RG-08',
    quote: 'var befinner sig regionerna just nu i sitt arbete och vad är det största behovet?',
    owner: 'processFacilitator',
    title: { sv: 'Var står vi, och vad behövs mest?', en: 'Where are we, and what is needed most?' },
    explanation: {
      sv: 'Varje organisation säger hur långt den har kommit och vad den mest behöver. Svaren styr nästa träff.',
      en: 'Every organisation says how far it has come and what it needs most. The answers steer the next session.',
    },
    todo: {
      sv: 'Fråga varje organisation om läget och behovet.',
      en: 'Ask every organisation how it is and what it needs.',
    },
  },
  (_facts, session) => firstOnly(session),
);

const groups = sessionHint(
  {
    id: 'RG-09',
    quote: 'Tre arbetsgrupper bildades',
    owner: 'processFacilitator',
    title: { sv: 'Arbetsgrupper bland deltagarna', en: 'Working groups among the participants' },
    explanation: {
      sv: 'Var och en väljer en grupp med ett fokus på första träffen. Ingen blir utan.',
      en: 'Everybody chooses a group with a focus at the first session. Nobody is left without.',
    },
    todo: { sv: 'Bilda grupper i slutet av första träffen.', en: 'Form groups at the end of the first session.' },
  },
  ({ between: { groups: count, withoutGroup } }, session) =>
    firstOnly(session) ??
    (count === 0
      ? undefined
      : withoutGroup === 0
        ? met({ sv: `${count} arbetsgrupper, och alla är med i en.`, en: `${count} groups, and everybody is in one.` })
        : advised({
            sv: `${withoutGroup} deltagare saknar grupp.`,
            en: `${withoutGroup} participants have no group.`,
          })),
);

const nextTime = sessionHint(
  {
    id: 'RG-10',
    quote: 'Gruppen ses nästa gång den 26 april i Kista. Tema är Nya digitala tjänster.',
    owner: 'contentLead',
    title: { sv: 'Nästa gång: dag, plats och tema', en: 'Next time: day, place and theme' },
    explanation: {
      sv: 'Står i slutet av varje träff och i tacket efter den.',
      en: 'Told at the end of every session and in the thanks after it.',
    },
    todo: { sv: 'Ge nästa träff dag, lokal och tema.', en: 'Give the next session a day, a venue and a theme.' },
  },
  (facts, session) => {
    const next = sessionAfter(facts, session);
    if (next === undefined) return elsewhere({ sv: 'Sista träffen.', en: 'The last session.' });
    if (next.venue !== undefined && filled(next.theme))
      return met({ sv: `Nästa gång: ${next.theme}.`, en: `Next time: ${next.theme}.` });
    return undefined;
  },
);

const visits = projectHint({
  id: 'RG-11',
  quote: 'Västerbotten och Värmland är på förslag för intressanta studiebesök.',
  owner: 'planningGroup',
  title: { sv: 'Förslag på studiebesök', en: 'Proposals of study visits' },
  explanation: {
    sv: 'Deltagarna föreslår platser och röstar.',
    en: 'The participants propose places and vote.',
  },
  todo: { sv: 'Fråga var gruppen vill se något på plats.', en: 'Ask where the group would like to see something.' },
});

const wishes = projectHint(
  {
    id: 'RG-12',
    quote: 'Det finns också önskemål i gruppen om att göra en internationell resa tillsammans.',
    owner: 'planningGroup',
    title: { sv: 'Önskemål får svar', en: 'Wishes are answered' },
    explanation: {
      sv: 'Den som önskar något får veta vad det blev av det.',
      en: 'Whoever wishes for something is told what came of it.',
    },
    todo: { sv: 'Samla gruppens önskemål och svara på dem.', en: 'Collect the wishes of the group and answer them.' },
  },
  ({ between: { wishes: all, openWishes } }) =>
    all === 0
      ? undefined
      : openWishes === 0
        ? met({ sv: 'Alla önskemål har fått svar.', en: 'Every wish has been answered.' })
        : advised({
            sv: `${counted(openWishes, 'önskemål väntar', 'önskemål väntar')} på svar.`,
            en: `${counted(openWishes, 'wish awaits', 'wishes await')} an answer.`,
          }),
);

const colleagues = projectHint(
  {
    id: 'RG-14',
    quote: 'Det är ok att ta med kolleger till kommande seminarier.',
    owner: 'contentLead',
    title: { sv: 'Ta med en kollega', en: 'Bring a colleague' },
    explanation: {
      sv: 'Till de träffar som du bestämmer, i mån av plats. Lärprojektet i övrigt är för dem som är anmälda till helheten.',
      en: 'To the sessions that you choose, if there is room. Else the project is for those who registered for all of it.',
    },
    todo: { sv: 'Bestäm om någon träff är öppen för kollegor.', en: 'Decide whether a session is open to colleagues.' },
  },
  ({ between: { colleagueSessions } }) =>
    colleagueSessions === 0
      ? undefined
      : met({
          sv: `Kollegor får följa med till ${counted(colleagueSessions, 'träff', 'träffar')}.`,
          en: `Colleagues may come to ${counted(colleagueSessions, 'session', 'sessions')}.`,
        }),
);

/** A kind of homework that is there. */
const homeworkOf =
  (type: string, words: Words) =>
  ({ between }: ProjectFacts): Finding | undefined =>
    between.homework.some((one) => one.type === type) ? met(words) : undefined;

const wordCloud = projectHint(
  {
    id: 'RG-15',
    quote:
      'Gör ett ordmoln som visar vilka begrepp ni använder i ert arbete. Syftet är att jämföra, och om möjligt, använda samma begrepp i regionala agendorna.',
    owner: 'planningGroup',
    title: { sv: 'Ordmoln med gemensamma begrepp', en: 'A word cloud of shared terms' },
    explanation: {
      sv: 'Var och en skriver fem till tio ord. Tillsammans visar de vad ni menar med samma ord.',
      en: 'Everybody writes five to ten words. Together they show what you mean by the same word.',
    },
    todo: { sv: 'Ge ett ordmoln som första hemuppgift.', en: 'Give a word cloud as the first homework.' },
  },
  homeworkOf('wordCloud', { sv: 'Ordmolnet är en hemuppgift.', en: 'The word cloud is a piece of homework.' }),
);

const compilers = projectHint(
  {
    id: 'RG-17',
    quote: 'Grupp Lisa-Sebastian-Victoria-Lennart gör en sammanställning.',
    owner: 'planningGroup',
    title: { sv: 'Några gör sammanställningen', en: 'Some compile the answers' },
    explanation: {
      sv: 'Två eller fler deltagare läser alla svar och berättar på nästa träff.',
      en: 'Two or more participants read all answers and tell of them at the next session.',
    },
    todo: { sv: 'Be några deltagare att ställa samman svaren.', en: 'Ask some participants to compile the answers.' },
  },
  ({ between: { homework: all } }) => {
    const compiled = all.filter(({ compilers: count }) => count > 0);
    if (compiled.length === 0) return undefined;
    return compiled.some(({ compilers: count }) => count < 2)
      ? advised({ sv: 'En ensam gör sammanställningen. Be en till.', en: 'One alone compiles. Ask another one.' })
      : met({ sv: 'En grupp gör sammanställningen.', en: 'A group compiles the answers.' });
  },
);

const scan = projectHint(
  {
    id: 'RG-18',
    quote: 'Omvärldsspana i din region – vad händer inom IT-området som är riktigt intressant?',
    owner: 'planningGroup',
    title: { sv: 'Omvärldsspaning', en: 'Horizon scan' },
    explanation: {
      sv: 'Var och en tar med något intressant hemifrån och säger var spjutspetsarna finns.',
      en: 'Everybody brings something of interest from home and tells where the best are.',
    },
    todo: { sv: 'Ge en omvärldsspaning som hemuppgift.', en: 'Give a horizon scan as homework.' },
  },
  homeworkOf('horizonScan', { sv: 'Omvärldsspaningen är en hemuppgift.', en: 'The horizon scan is homework.' }),
);

/** What the learning projects of Reglab do well, seen in a report of theirs: worth reading, and never a demand. */
export const reglabRules: readonly (ProjectRule | SessionRule)[] = [
  report,
  ...reglabSpeakerRules,
  quotes,
  needs,
  groups,
  nextTime,
  visits,
  wishes,
  colleagues,
  wordCloud,
  compilers,
  scan,
];
