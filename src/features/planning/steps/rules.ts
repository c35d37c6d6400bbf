import type { ActCount, Duty, DutySteps, HumanSteps } from './types.ts';

/**
 * The duties of a learning project and the log's acts that belong to each. `today` and `target` are counted on paper for
 * one project of 34 participants: estimates, to be replaced by timing a content lead.
 * A word of `acts` stands for itself and for everything that continues it after a point or a colon.
 */
export const duties: readonly Duty[] = [
  {
    id: 'setUp',
    name: { sv: 'Lägga upp projektet, roller och register', en: 'Set up the project, roles and registers' },
    today: null,
    target: null,
    acts: [
      'project.create',
      'project.import',
      'project.activate',
      'roles.change',
      'person',
      'organisation.register',
      'venue.register',
    ],
  },
  {
    id: 'theme',
    name: { sv: 'Tema: förslag, samråd, beslut', en: 'Theme: proposals, consultation, decision' },
    today: 25,
    target: 10,
    acts: ['theme'],
  },
  {
    id: 'datesAndRooms',
    name: { sv: 'Datum och lokaler', en: 'Dates and rooms' },
    today: 52,
    target: 12,
    acts: ['session.add', 'session.move', 'session.cancel', 'rooms', 'region'],
  },
  {
    id: 'invitation',
    name: { sv: 'Inbjudan', en: 'Invitation' },
    today: 15,
    target: 4,
    acts: ['project.change', 'plan.override'],
  },
  {
    id: 'recipients',
    name: { sv: 'Mottagare', en: 'Recipients' },
    today: 32,
    target: 2,
    acts: ['milestone.invitationSent', 'mailing.invitation', 'invitation'],
  },
  {
    id: 'publication',
    name: { sv: 'Webb, nyhetsbrev, LinkedIn', en: 'Website, newsletter, LinkedIn' },
    today: 12,
    target: 5,
    acts: [
      'milestone.publishedWeb',
      'milestone.publishedNewsletter',
      'milestone.publishedLinkedIn',
      'milestone.summaryWeb',
      'milestone.summaryNewsletter',
      'publication',
    ],
  },
  {
    id: 'registration',
    name: { sv: 'Formulär och kvitton', en: 'Form and receipts' },
    today: 48,
    target: 2,
    acts: ['registration', 'mailing.commitment', 'commitment'],
    byItself: true,
  },
  {
    id: 'calendarBookings',
    name: { sv: 'Kalenderbokningar', en: 'Calendar bookings' },
    today: 40,
    target: 7,
    acts: ['registration.closingConfirmed', 'registration.closed', 'meetings'],
  },
  {
    id: 'silent',
    name: { sv: 'Påminna tysta kommuner', en: 'Remind silent municipalities' },
    today: 19,
    target: 1,
    acts: ['mailing.silent', 'silent', 'organisation.abstains', 'organisation.abstainsNot'],
  },
  {
    id: 'sessionInfo',
    name: { sv: 'Information inför träff', en: 'Information before sessions' },
    today: 32,
    target: 8,
    acts: ['sessionInfo', 'session.change', 'mailing.info', 'mailing.reminder'],
  },
  {
    id: 'catering',
    name: { sv: 'Mat', en: 'Catering' },
    today: 44,
    target: 8,
    acts: ['kitchen', 'catering', 'dietary'],
  },
  {
    id: 'agenda',
    name: { sv: 'Skriva program, lägga in medverkande', en: 'Write agendas, enter speakers' },
    today: null,
    target: null,
    acts: ['agenda', 'speaker.register'],
  },
  {
    id: 'list',
    name: { sv: 'Deltagarlista', en: 'Participant list' },
    today: null,
    target: null,
    acts: ['milestone.participantListShared', 'attendance'],
  },
  {
    id: 'evaluation',
    name: { sv: 'Utvärdering', en: 'Evaluation' },
    today: 36,
    target: 4,
    acts: ['evaluation'],
  },
  {
    id: 'documentation',
    name: { sv: 'Dokumentation', en: 'Documentation' },
    today: 40,
    target: 16,
    acts: ['document', 'documents', 'mailing.thanks'],
  },
];

/** What belongs to no duty is shown all the same, so that nothing is left out of the sum. */
const other: Omit<Duty, 'acts' | 'byItself'> = {
  id: 'other',
  name: { sv: 'Annat', en: 'Other' },
  today: null,
  target: null,
};

/** Adds up decisions and data transfers per duty. The longest fitting word of a duty wins. */
export function humanSteps(counts: readonly ActCount[]): HumanSteps {
  const steps = new Map<string, number>();
  for (const count of counts) {
    const id = dutyOf(count)?.id ?? other.id;
    steps.set(id, (steps.get(id) ?? 0) + count.times + count.values);
  }
  const automatic = new Set(duties.filter(({ byItself }) => byItself).map(({ id }) => id));
  const rows = [...duties, other].map(({ id, name, today, target }) => {
    const some = steps.get(id) ?? 0;
    return { ...{ id, name, today, target }, steps: some, isLived: some > 0 || automatic.has(id) };
  });
  const shown = rows.filter(({ id, isLived }) => id !== other.id || isLived);
  const compared = shown.filter(({ today, isLived }) => today !== null && isLived);
  return {
    duties: shown,
    sum: sumOf(shown, ({ steps: some }) => some),
    compared: {
      steps: sumOf(compared, ({ steps: some }) => some),
      today: sumOf(compared, ({ today }) => today ?? 0),
      target: sumOf(compared, ({ target }) => target ?? 0),
    },
  };
}

function sumOf(rows: readonly DutySteps[], figure: (row: DutySteps) => number): number {
  return rows.reduce((sum, row) => sum + figure(row), 0);
}

function dutyOf({ act, milestone }: ActCount): Duty | undefined {
  const name = milestone === null ? act : `milestone.${milestone}`;
  const fits = (word: string): boolean => name === word || name.startsWith(`${word}.`) || name.startsWith(`${word}:`);
  const longest = (duty: Duty): number => Math.max(0, ...duty.acts.filter(fits).map(({ length }) => length));
  const best = duties.toSorted((one, two) => longest(two) - longest(one))[0];
  return best !== undefined && longest(best) > 0 ? best : undefined;
}
