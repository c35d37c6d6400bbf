import { cpus, totalmem } from 'node:os';
import { calendarSection } from './bench/calendar.ts';
import { closeSection } from './bench/close.ts';
import { datesSection } from './bench/dates.ts';
import { sectionText } from './bench/print.ts';
import { startSection } from './bench/start.ts';
import { tabSection } from './bench/tab.ts';
import { turnSection } from './bench/turn.ts';
import { isMet, type Section, type SectionReport } from './bench/types.ts';

// npm run bench [-- SECTION …] [-- --json]
const sections = {
  calendar: calendarSection,
  close: closeSection,
  dates: datesSection,
  turn: turnSection,
  tab: tabSection,
  start: startSection,
} satisfies Readonly<Record<string, Section>>;
type Name = keyof typeof sections;

const names = Object.keys(sections) as readonly Name[]; // an object literal of ours has no other keys

const usage = `npm run bench [-- ${names.join(' | ')} …] [-- --json]
  Mäter och jämför i samma körning. Utan namn mäts allt. --json: för program.
  Measures and compares within one run. Without a name everything is measured. --json: for programs.`;

const GIGABYTE = 2 ** 30;
const machine = `${cpus().length} kärnor, ${Math.round(totalmem() / GIGABYTE)} GB, Node ${process.versions.node}`;

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const asJson = args.includes('--json');
  const told = args.filter((arg) => arg !== '--json');
  const wanted = told.length === 0 ? names : names.filter((name) => told.includes(name));
  if (told.length > wanted.length && told.length > 0) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const reports: SectionReport[] = [];
  if (!asJson) console.log(machine);
  for (const name of wanted) {
    const report = await sections[name]();
    reports.push(report);
    if (!asJson) console.log(sectionText(report));
  }
  if (asJson) console.log(JSON.stringify({ machine, sections: reports }, null, 2));
  const missed = reports.flatMap(({ figures }) => figures.filter((figure) => !isMet(figure)));
  process.exitCode = missed.length > 0 ? 1 : 0;
}

await main();
