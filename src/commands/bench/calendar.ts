import { lateComers, planners, roomsLookedAt, sessionsInProject as sessions } from './project.ts';
import { counted, type Counted } from './requests.ts';
import { openStage, type Stage, type StageWish } from './stage.ts';
import type { Figure, SectionReport } from './types.ts';

/** 499 people and the room are the 500 that Exchange takes in one event. */
const sizes = [20, 60, 200, 499];

interface Duty {
  readonly what: string;
  /** Fewest writes of events for it under "the room first". */
  readonly writes: number;
  /** Fewest reads: of events before they are changed, of rooms' times, of what has been answered. */
  readonly reads: number;
  readonly run: (stage: Stage) => Promise<void>;
}

const moved = 1;

const duties: readonly Duty[] = [
  // One event a session and room; once the room has said yes, one change that lets the planning group in.
  { what: 'boka', writes: sessions * 2, reads: 2 + 1 + sessions, run: (stage) => stage.book() },
  { what: 'stäng', writes: sessions, reads: sessions, run: (stage) => stage.close() },
  { what: `${lateComers} sena`, writes: sessions, reads: sessions, run: (stage) => stage.takeLateComers() },
  // The room is asked by an event of its own; the change that moves the meeting takes its room off and so frees the old time.
  { what: 'flytta', writes: 2, reads: 1 + 1, run: (stage) => stage.move(moved, 1) },
  // Now an event of its own holds the old time too, and is let go last.
  { what: 'flytta igen', writes: 3, reads: 1 + 1, run: (stage) => stage.move(moved, 2) },
];

/** Without a planning chat, each move that is done is told to the one who leads. */
const movesTold = 2;
const mails = 1 + lateComers + movesTold;
const requestsPerMail = 2;

const notes = [
  `Alla träffar: ${sessions}. Personerna är alla som står på varje träff till slut, ${planners} i planeringsgruppen och ${lateComers} sena inräknade.`,
  `Minsta antal skrivningar: ${duties.map(({ what, writes }) => `${what} ${writes}`).join(', ')}. Summa ${sumOf((one) => one.writes)}, lika för alla storlekar.`,
  'Boka: 1 händelse per träff med lokalen, sedan 1 ändring per träff när lokalen sagt ja och planeringsgruppen släpps in.',
  'Stäng och sena: 1 ändring per träff för alla på en gång. Outlook mejlar bara dem som är nya.',
  'Flytta: 1 händelse för lokalen på den nya tiden, 1 ändring av mötet. Ändringen tar bort lokalen från mötet och släpper den gamla tiden.',
  'Flytta igen: samma två, och 1 borttagning av den händelse som höll den gamla tiden.',
  `Minsta antal läsningar: ${sumOf((one) => one.reads)}. 2 av lokalernas tider (vid visning och vid ja), 1 av varje möte före ändring, 1 av svaren per fråga till lokaler.`,
  'Mötet läses före ändring: listan över inbjudna ersätts i sin helhet, så den som kommit till i Outlook skulle annars falla bort.',
  'Det som Outlook berättar om våra egna skrivningar läses inte: etiketten är den som skrivningen fick till svar.',
  'Naivt: en förfrågan per lokal och dag, och en per person, lokal och träff.',
];

export async function calendarSection(): Promise<SectionReport> {
  const figures: Figure[] = [];
  for (const people of sizes) figures.push(...(await calendarFigures(people)));
  return { name: 'calendar', figures, notes };
}

/** A project of one size from its first booking to its second move. */
export async function calendarFigures(people: number, wish: StageWish = {}): Promise<readonly Figure[]> {
  const stage = await openStage(people, wish);
  try {
    stage.exchanges();
    const each: Counted[] = [];
    for (const duty of duties) {
      await duty.run(stage);
      each.push(counted(stage.exchanges()));
    }
    mustStand(stage, people);
    return figuresOf(people, each);
  } finally {
    await stage.leave();
  }
}

/** Few requests are worth nothing when somebody has not got theirs. */
function mustStand(stage: Stage, people: number): void {
  const invited = stage.meetings();
  const short = invited.find(({ attendees }) => attendees !== people);
  if (invited.length !== sessions || short !== undefined)
    throw new Error(`${invited.length} meetings, and one with ${short?.attendees ?? 0} of ${people} people`);
}

function figuresOf(people: number, each: readonly Counted[]): readonly Figure[] {
  const total = (of: (one: Counted) => number): number => each.reduce((sum, one) => sum + of(one), 0);
  const writes = total(({ eventWrites }) => eventWrites);
  const reads = total(({ eventReads, looks, changesRead }) => eventReads + looks + changesRead);
  const letters = total(({ mailWrites }) => mailWrites);
  const [leastWrites, leastReads] = [sumOf((duty) => duty.writes), sumOf((duty) => duty.reads)];
  const naive = roomsLookedAt * sessions + sessions * (people + 1) + 2 * (people + 1);
  const perDuty = duties.map(({ what }, index) => `${what} ${each[index]?.eventWrites ?? 0}`).join(', ');
  return [
    {
      what: `${people} personer: skrivningar i kalendern`,
      figure: `${writes} av ${leastWrites} (${perDuty})`,
      ratio: writes / leastWrites,
      goal: 1,
    },
    {
      what: `${people} personer: läsningar i kalendern`,
      figure: `${reads} av ${leastReads}`,
      ratio: reads / leastReads,
      goal: 1,
    },
    {
      what: `${people} personer: naivt, gånger vårt`,
      figure: `${naive} mot ${writes + reads}`,
      ratio: naive / (writes + reads),
      goal: null,
    },
    {
      what: `${people} personer: personliga mejl, utkast och sändning`,
      figure: `${letters} för ${mails} mejl`,
      ratio: letters / (mails * requestsPerMail),
      goal: 1,
    },
    {
      what: `${people} personer: nekade för att det går för fort (429)`,
      figure: String(total(({ throttled }) => throttled)),
      ratio: total(({ throttled }) => throttled),
      goal: 0,
    },
  ];
}

function sumOf(of: (duty: Duty) => number): number {
  return duties.reduce((sum, duty) => sum + of(duty), 0);
}
