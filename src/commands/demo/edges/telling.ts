import type { EdgeResult, Life } from '../life.ts';

/** Notes what became of an edge case and prints it. No faults: it is as the file expects. */
export function tell(life: Life, name: string, { told, faults }: { told: string; faults: readonly string[] }): void {
  note(life, {
    name,
    result: faults.length === 0 ? 'ok' : 'differs',
    told: faults.length === 0 ? told : faults.join('; '),
  });
}

const marks: Readonly<Record<EdgeResult['result'], string>> = {
  ok: 'som väntat',
  differs: 'SKILJER',
  unsupported: 'stöds inte ännu',
};

export function note(life: Life, result: EdgeResult): void {
  life.ledger.edges.push(result);
  life.print(`    ${result.name}: ${marks[result.result]}${result.told === '' ? '' : ` – ${result.told}`}`);
}

/** The given words when something is not so. */
export function unless(isSo: boolean, words: string): string[] {
  return isSo ? [] : [words];
}
