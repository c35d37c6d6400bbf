import { defineConfig } from 'vitest/config';

if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error(
    `These tests need the Node that the project carries, this is ${process.version}: npm test -- <files>`,
  );
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/each-file.ts'],
    pool: 'forks',
    // Files share the modules, databases and browser of their worker, which take longer to start than most tests.
    isolate: false,
    maxWorkers: 2,
    // Long enough for a machine that does other things as well; nothing waits for it.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
