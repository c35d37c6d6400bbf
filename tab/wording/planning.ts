import type { Words } from '../../src/domain/words.ts';
import { states } from './steps.ts';

export const planning = {
  parts: { sv: 'Delar av planeringen', en: 'Parts of the plan' },
  timeline: { sv: 'Tidslinje', en: 'Timeline' },
  dates: { sv: 'Datum', en: 'Dates' },
  rooms: { sv: 'Lokaler', en: 'Venues' },
  tasks: { sv: 'Uppgifter och beslut', en: 'Tasks and decisions' },
  costs: { sv: 'Kostnader', en: 'Costs' },
  project: { sv: 'Texter och roller', en: 'Texts and roles' },
  retention: { sv: 'Gallring', en: 'Retention' },

  dormantTitle: { sv: 'Lärprojektet är vilande', en: 'The learning project is dormant' },
  dormantText: {
    sv: 'Inget går ut till någon förrän du har sett vad som skulle skickas och bekräftat.',
    en: 'Nothing goes out to anybody until you have seen what would be sent and confirmed.',
  },
  dormantOther: {
    sv: 'Innehållsansvarig väcker det genom att förhandsgranska och bekräfta.',
    en: 'The content lead wakes it by previewing and confirming.',
  },
  wakePreview: { sv: 'Visa vad som skulle gå ut', en: 'Show what would go out' },
  wake: { sv: 'Väck lärprojektet', en: 'Wake the learning project' },
  wakeTitle: { sv: 'Det här händer när lärprojektet väcks', en: 'This happens when the learning project is woken' },
  wakeDone: { sv: 'Lärprojektet pågår. Nu följer verktyget planen.', en: 'The learning project is active.' },

  way: { sv: 'Från beslut till sammanfattning', en: 'From decision to final summary' },
  wayText: { sv: 'Dagarna som bär upp lärprojektet.', en: 'The days that carry the learning project.' },
  // With places to break the long word.
  finalSummary: { sv: 'Slut\u00adsamman\u00adfattning', en: 'Final summary' },
  here: { sv: 'I dag, {day}', en: 'Today, {day}' },
  passed: { sv: 'passerat', en: 'past' },

  rules: { sv: 'Så följer ni riktlinjerna', en: 'How you follow the guidelines' },
  rulesText: {
    sv: 'Efter {guideline}. Öppna en rad för regelns text och vad som saknas.',
    en: 'By {guideline}. Open a row for the text of the rule and what is missing.',
  },
  must: { sv: 'måste', en: 'must' },
  should: { sv: 'bör', en: 'should' },
  nice: { sv: 'gärna', en: 'nice to have' },
  mustLong: { sv: 'Måste enligt riktlinjerna', en: 'Must by the guidelines' },
  shouldLong: { sv: 'Bör enligt riktlinjerna', en: 'Should by the guidelines' },
  niceLong: { sv: 'Gärna enligt riktlinjerna', en: 'Nice to have by the guidelines' },
  advice: { sv: 'Vårt eget råd', en: 'Our own advice' },
  network: {
    sv: 'Från Reglab: en god vana i ett annat nätverk, inget krav.',
    en: 'From Reglab: a good habit of another network, not a demand.',
  },
  show: { sv: 'Visa', en: 'Show' },
  todo: { sv: 'Att göra ({n})', en: 'To do ({n})' },
  done: { sv: 'Klart ({n})', en: 'Done ({n})' },
  all: { sv: 'Allt ({n})', en: 'All ({n})' },
  noneTodo: { sv: 'Inget kvar att göra. Bra jobbat.', en: 'Nothing left to do. Well done.' },
  noneDone: { sv: 'Inget är klart än.', en: 'Nothing is done yet.' },
  noDay: { sv: 'Utan dag än', en: 'No day yet' },
  todayLine: { sv: 'I dag, {day}', en: 'Today, {day}' },

  met: { sv: 'Klart', en: 'Done' },
  ...states,
  overridden: { sv: 'Överstyrd', en: 'Overridden' },
  beforeTool: { sv: 'Före verktyget', en: 'Before the tool' },
  beforeToolText: {
    sv: 'Sista dagen var innan projektet togs in i verktyget {day}. Verktyget vet inte om det gjordes, så det räknas inte som sent.',
    en: 'The last day was before the project came into the tool on {day}. The tool does not know whether it was done, so it does not count as late.',
  },
  before: { sv: 'Före verktyget ({n})', en: 'Before the tool ({n})' },
  lateGroup: { sv: 'Sent ({n})', en: 'Late ({n})' },
  nextGroup: { sv: 'Nästa ({n})', en: 'Next ({n})' },
  ruleDay: { sv: 'Regelns sista dag: {day}', en: 'The rule’s last day: {day}' },
  lastDay: { sv: 'Regelns sista dag', en: 'The rule’s last day' },
  wiseDay: { sv: 'Klok sista dag', en: 'Wise last day' },
  whatNow: { sv: 'Läget', en: 'Standing' },
  ruleSays: { sv: 'Riktlinjen säger', en: 'The guideline says' },
  meaning: { sv: 'Det betyder', en: 'It means' },
  hinders: {
    sv: 'Det här hindrar nästa steg tills det är klart eller överstyrt.',
    en: 'This stops the next step until it is done or overridden.',
  },
  overriddenBy: { sv: 'Överstyrd av {by} {on}: ”{reason}”', en: 'Overridden by {by} {on}: “{reason}”' },
  makeTask: { sv: 'Ge någon uppgiften', en: 'Hand it to somebody' },
  override: { sv: 'Gå vidare ändå', en: 'Go on anyway' },
  overrideTitle: { sv: 'Gå vidare utan ”{rule}”', en: 'Go on without “{rule}”' },
  overrideText: {
    sv: 'Regeln räknas då som överstyrd. Skälet syns i tidslinjen och i slutrapporten.',
    en: 'The rule then counts as overridden. The reason shows in the timeline and the closing report.',
  },
  overrideReason: { sv: 'Varför går ni vidare ändå?', en: 'Why do you go on anyway?' },
  overrideHelp: {
    sv: 'Minst fem tecken. Till exempel: Starten är beslutad av styrgruppen.',
    en: 'At least five characters.',
  },
  overrideSave: { sv: 'Spara skälet', en: 'Save the reason' },
  overrideDone: { sv: 'Skälet är sparat. Regeln är överstyrd.', en: 'The reason is saved. The rule is overridden.' },
  tick: { sv: 'Markera som gjort', en: 'Mark as done' },
  tickDay: { sv: 'När blev det gjort?', en: 'When was it done?' },
  tickHelp: { sv: 'Lämna tomt om det var i dag.', en: 'Leave empty if it was today.' },
  tickDone: { sv: 'Markerat som gjort.', en: 'Marked as done.' },
  untick: { sv: 'Ta bort markeringen', en: 'Remove the mark' },
  unticked: { sv: 'Markeringen är borttagen.', en: 'The mark is removed.' },
} as const satisfies Record<string, Words>;

/** What is done outside the tool and ticked off in it. */
export const milestoneNames = {
  invitationSent: { sv: 'Inbjudan är skickad', en: 'The invitation is sent' },
  participantListShared: { sv: 'Deltagarlistan är delad', en: 'The participant list is shared' },
} as const satisfies Record<string, Words>;

export const dietaryBasis = {
  explicitConsent: { sv: 'Uttryckligt samtycke', en: 'Explicit consent' },
  publicInterest: {
    sv: 'Viktigt allmänt intresse (3 kap. 3 § dataskyddslagen)',
    en: 'Important public interest (chapter 3 section 3)',
  },
} as const satisfies Record<string, Words>;
