import type { Words } from '../../src/domain/words.ts';

/** Gallring: hur länge uppgifter sparas, vad som får raderas, och att lämna ut. */
export const retention = {
  title: { sv: 'Hur länge uppgifter sparas', en: 'How long data are kept' },
  intro: {
    sv: 'Inget raderas utan ett gallringsbeslut. Skriv in vad er myndighets plan säger om varje sort.',
    en: 'Nothing is erased without a disposal decision. Enter what your authority’s plan says of each class.',
  },
  dueNow: {
    sv: 'Får gallras nu: {names}.',
    en: 'May be disposed of now: {names}.',
  },
  enter: { sv: 'Skriv in beslut', en: 'Enter a decision' },
  enterOf: { sv: 'Skriv in beslut: {what}', en: 'Enter a decision: {what}' },
  change: { sv: 'Ändra beslut', en: 'Change the decision' },
  changeOf: { sv: 'Ändra beslut: {what}', en: 'Change the decision: {what}' },
  dispose: { sv: 'Gallra', en: 'Dispose' },
  disposeOf: { sv: 'Gallra: {what}', en: 'Dispose: {what}' },
  toTerms: { sv: 'Till beslutet om specialkost', en: 'To the decision on dietary needs' },

  undecided: { sv: 'Inget beslut, så inget raderas.', en: 'No decision, so nothing is erased.' },
  proposedDispose: {
    sv: 'Förslag att ta ställning till: gallra {n} dagar efter {event}.',
    en: 'A proposal to consider: dispose {n} days after {event}.',
  },
  proposedKeep: { sv: 'Förslag att ta ställning till: bevara.', en: 'A proposal to consider: preserve.' },
  lastSession: { sv: 'sista träffen', en: 'the last session' },
  lastEvaluation: { sv: 'sista träff och utvärdering', en: 'the last session and evaluation' },
  decidedDispose: {
    sv: 'Beslut {decision}: {n} dagar efter {event}.',
    en: 'Decision {decision}: {n} days after {event}.',
  },
  decidedKeep: { sv: 'Bevaras.', en: 'Preserved.' },
  decidedKeepBy: { sv: 'Bevaras enligt {decision}.', en: 'Preserved by {decision}.' },
  waits: { sv: 'Får gallras tidigast {day}.', en: 'May be disposed of on {day} at the earliest.' },
  due: { sv: 'Får gallras sedan {day}.', en: 'May be disposed of since {day}.' },
  empty: { sv: 'Det finns inget att gallra.', en: 'There is nothing to dispose of.' },
  unknownDay: {
    sv: 'Alla träffar har inte datum, så dagen går inte att räkna ut.',
    en: 'Not all sessions have a date, so the day cannot be computed.',
  },
  evaluationOpen: { sv: 'Väntar på att utvärderingen stänger.', en: 'Waits for the evaluation to close.' },
  needsOther: { sv: 'Gallra kontaktuppgifterna först.', en: 'Dispose of the contact data first.' },
  itemsOne: { sv: '1 post', en: '1 item' },
  items: { sv: '{n} poster', en: '{n} items' },
  staying: {
    sv: 'Det som inte har gått ut än blir kvar: {n}.',
    en: 'What has not gone out yet stays: {n}.',
  },

  keptTitle: { sv: 'Bevaras', en: 'Preserved' },
  keptIntro: {
    sv: 'Verktyget raderar inte det här. Projektfilen och dokumenten kan flyttas till e-arkivet.',
    en: 'The tool does not erase these. The project file and the documents can be moved to the archive.',
  },

  ruleTitle: { sv: 'Beslut om {what}', en: 'Decision on {what}' },
  way: { sv: 'Vad är beslutat?', en: 'What has been decided?' },
  wayNone: { sv: 'Inget är beslutat', en: 'Nothing has been decided' },
  wayDispose: { sv: 'Gallras', en: 'Disposed of' },
  wayKeep: { sv: 'Bevaras', en: 'Preserved' },
  days: { sv: 'Sparas, dagar efter {event}', en: 'Kept, days after {event}' },
  decision: { sv: 'Beslutets beteckning', en: 'Reference of the decision' },
  decisionHelp: { sv: 'Diarienummer eller paragraf.', en: 'Diary number or paragraph.' },
  decidedOn: { sv: 'Beslutets dag', en: 'Day of the decision' },
  save: { sv: 'Spara beslutet', en: 'Save the decision' },
  saved: { sv: 'Beslutet är inskrivet. Inget är raderat.', en: 'The decision is entered. Nothing has been erased.' },

  whatHappens: { sv: 'Det här händer', en: 'What happens' },
  willGo: { sv: '{items} gallras enligt {decision}.', en: '{items} will be disposed of by {decision}.' },
  whose: { sv: 'Vems uppgifter ({n})', en: 'Whose data ({n})' },
  noUndo: {
    sv: 'Det går inte att ångra. Det som är raderat går inte att få tillbaka.',
    en: 'This cannot be undone. What has been erased cannot be brought back.',
  },
  confirm: { sv: 'Gallra {items}', en: 'Dispose of {items}' },
  changed: {
    sv: 'Något ändrades medan du läste. Inget är raderat. Det här är det nya.',
    en: 'Something changed while you were reading. Nothing has been erased. This is the new version.',
  },
  disposed: { sv: 'Gallrat. Protokollet står längre ner.', en: 'Disposed of. The record is further down.' },

  records: { sv: 'Gallringsprotokoll', en: 'Records of disposal' },
  recordsNone: {
    sv: 'Inget är gallrat än. Varje gallring får ett protokoll här.',
    en: 'Nothing has been disposed of yet. Each disposal gets a record here.',
  },
  recordLine: { sv: '{items}, beslut {decision}', en: '{items}, decision {decision}' },
  recordBy: { sv: '{when}, {by}', en: '{when}, {by}' },
  left: { sv: 'Kvar: {counts}', en: 'Left: {counts}' },
  download: { sv: 'Hämta som PDF', en: 'Get as PDF' },
  downloadOf: { sv: 'Hämta som PDF: {what}', en: 'Get as PDF: {what}' },

  disclosure: { sv: 'Lämna ut uppgifter', en: 'Hand out data' },
  disclosureIntro: {
    sv: 'När någon begär ut allmänna handlingar: hämta allt som finns här i en fil, och pröva den.',
    en: 'When somebody asks for public records: get everything that is here in one file, and assess it.',
  },
  disclosureFood: {
    sv: 'Specialkost är inte med. Sådana uppgifter prövas enligt 21 kap. OSL.',
    en: 'Dietary needs are left out. They are assessed under chapter 21 of the Secrecy Act.',
  },
  disclosureGet: { sv: 'Hämta allt som finns', en: 'Get everything there is' },
  disclosureDone: { sv: 'Filen är hämtad. Det står i listan.', en: 'The file has been fetched. It is in the list.' },
  disclosureNone: { sv: 'Ingen har hämtat något än.', en: 'Nobody has fetched anything yet.' },
  withheld: {
    sv: 'Specialkost för {n} personer är inte med.',
    en: 'Dietary needs of {n} persons are left out.',
  },
} as const satisfies Record<string, Words>;
