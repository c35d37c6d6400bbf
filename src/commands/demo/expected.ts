import { z } from 'zod';
import { differs } from './differs.ts';
import type { Life } from './life.ts';
import type { Report } from './report.ts';

const compared = [
  'participants',
  'organisations',
  'perOrganisation',
  'municipalitiesWithoutRegistration',
  'withDietary',
  'invitationDeadline',
  'sessionInfoDeadlines',
  'utcStart',
  'isoWeeks',
  'projectSpanDays',
  'sortedByFamilyName',
  'registrationClosesUtc',
] as const;

type Compared = Pick<Report, (typeof compared)[number]>;

/** Figures per session, which a moved session changes. */
const perSession = ['sessionInfoDeadlines', 'utcStart', 'isoWeeks'] as const;

/**
 * Where the file carries figures of its own, they are held against the report. They tell of the file without its edge
 * cases, so what these have added or moved is taken away on both sides.
 */
export function expectedDiffers(life: Life, report: Report): string[] {
  const expected = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(life.script.file['expected'] ?? {});
  const own: Compared = report.edges === undefined ? report : withoutExtra(life, report);
  const moved = life.script.movedSessionId;
  return compared.flatMap((name) => {
    if (!(name in expected)) return [];
    if (moved !== undefined && name === 'projectSpanDays') return [];
    const drop = perSession.some((one) => one === name) ? moved : undefined;
    return differs(`expected.${name}`, sorted(own[name], drop), sorted(expected[name], drop));
  });
}

/** The file's own people only. */
function withoutExtra({ script, ledger }: Life, report: Report): Compared {
  const extra = ledger.extra.filter(({ state }) => state === 'confirmed');
  const left = Object.entries(report.perOrganisation).flatMap(([id, count]): [string, number][] => {
    const own = count - extra.filter(({ organisationId }) => organisationId === id).length;
    return own > 0 ? [[id, own]] : [];
  });
  const names = new Set(extra.map(({ name }) => name));
  const opened = (script.file.organisations ?? [])
    .filter(({ id, type }) => type === 'municipality' && extra.some(({ organisationId }) => organisationId === id))
    .filter(({ id }) => !left.some(([own]) => own === id));
  const silent = new Set([...report.municipalitiesWithoutRegistration, ...opened.map(({ id }) => id)]);
  return {
    ...report,
    participants: report.participants - extra.length,
    organisations: left.length,
    perOrganisation: Object.fromEntries(left),
    municipalitiesWithoutRegistration: [...silent].toSorted(),
    sortedByFamilyName: report.sortedByFamilyName.filter((name) => !names.has(name)),
  };
}

/** The same object in another order of its keys is the same. */
function sorted(value: unknown, drop?: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== drop)
      .toSorted(([one], [other]) => one.localeCompare(other)),
  );
}
