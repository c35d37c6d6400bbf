export type RequirementStatus = 'built' | 'planned' | 'fact';

export type Requirement = {
  readonly id: string;
  readonly title: string;
  readonly status: RequirementStatus;
  /** The file where it lives, when it is no rule of the guideline. */
  readonly where?: string;
};

export type TestTitle = { readonly file: string; readonly title: string };

export type Coverage = {
  /** Marked built and named by a test. */
  readonly met: readonly Requirement[];
  /** Marked built, and no test names it. */
  readonly unproven: readonly Requirement[];
  /** Not marked built although a test names it: the mark can be raised when the whole requirement is met. */
  readonly ahead: readonly Requirement[];
  readonly open: readonly Requirement[];
  /** The files whose tests name each id. */
  readonly testsOf: ReadonlyMap<string, readonly string[]>;
  /** A title names an id that no requirement has. */
  readonly unknown: readonly (TestTitle & { readonly id: string })[];
};

/**
 * A call of test, it or describe, with or without each, skipIf or runIf, up to its quoted title.
 * Skipped and planned tests (`.skip`, `.todo`) prove nothing and do not match.
 */
const titlePattern =
  /(?:(?<![.\w])(?:test|it|describe)|\.(?:each|skipIf|runIf)[^'"`]*?\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g;
const eachWithTable = /^\s*\]\)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gm;
const idPattern = /\b[A-Z]{1,3}-\d{2}\b/g;

export function titlesIn(file: string, source: string): readonly TestTitle[] {
  return [titlePattern, eachWithTable].flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => ({ file, title: match[2] ?? '' })),
  );
}

/** Ids of the requirements' own families (INV, CAL, X …) in a title; UTF-16 and the like are none. */
export function idsIn(title: string, families: ReadonlySet<string>): readonly string[] {
  return [...title.matchAll(idPattern)].map(([id]) => id).filter((id) => families.has(familyOf(id)));
}

function familyOf(id: string): string {
  return id.slice(0, id.indexOf('-'));
}

export function coverage(requirements: readonly Requirement[], titles: readonly TestTitle[]): Coverage {
  const families = new Set(requirements.map(({ id }) => familyOf(id)));
  const named = titles.flatMap((title) => idsIn(title.title, families).map((id) => ({ ...title, id })));
  const tested = new Set(named.map(({ id }) => id));
  const known = new Set(requirements.map(({ id }) => id));
  const those = (built: boolean, hasTest: boolean): readonly Requirement[] =>
    requirements.filter(({ id, status }) => (status === 'built') === built && tested.has(id) === hasTest);
  return {
    met: those(true, true),
    unproven: those(true, false),
    ahead: those(false, true),
    open: those(false, false),
    testsOf: new Map(
      [...Map.groupBy(named, ({ id }) => id)].map(([id, those]) => [id, [...new Set(those.map(({ file }) => file))]]),
    ),
    unknown: named.filter(({ id }) => !known.has(id)),
  };
}

const statuses: ReadonlySet<unknown> = new Set<RequirementStatus>(['built', 'planned', 'fact']);

/** Reads the list of requirements. Throws with the entry's place when one is not as it should be, or comes twice. */
export function readRequirements(value: unknown): readonly Requirement[] {
  if (!Array.isArray(value))
    throw new Error('requirements.json ska vara en lista. / requirements.json is to be a list.');
  const entries: readonly unknown[] = value;
  const seen = new Set<string>();
  return entries.map((entry, index) => {
    if (!isRequirement(entry) || seen.has(entry.id))
      throw new Error(
        `requirements.json [${index}]: id, title, status (built, planned, fact), varje id en gång / each id once`,
      );
    seen.add(entry.id);
    return entry;
  });
}

function isRequirement(entry: unknown): entry is Requirement {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'id' in entry &&
    'title' in entry &&
    'status' in entry &&
    typeof entry.id === 'string' &&
    typeof entry.title === 'string' &&
    statuses.has(entry.status)
  );
}
