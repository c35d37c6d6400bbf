import { afterAll, afterEach } from 'vitest';

type Work = () => void | Promise<void>;

const tests: Work[] = [];
const files: Work[] = [];

/** For what a helper has opened for one test; done after the test's own `afterEach`. */
export function afterThisTest(work: Work): void {
  tests.push(work);
}

/** For what a helper has opened for one test file; done after the file's own `afterAll`. */
export function afterThisFile(work: Work): void {
  files.push(work);
}

/** Once for each test file: files share the modules of their worker, so a helper's own hooks would serve the first alone. */
export function cleanUpAfterEachFile(): void {
  afterEach(() => inReverse(tests));
  afterAll(() => inReverse(files));
}

async function inReverse(works: Work[]): Promise<void> {
  for (const work of works.splice(0).toReversed()) await work();
}
