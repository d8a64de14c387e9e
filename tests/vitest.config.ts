// Three kinds of tests, so that one can be run alone: `npm test -- --project unit`.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { decorator: { legacy: true } },
  root: new URL('..', import.meta.url).pathname,
  test: {
    passWithNoTests: true,
    // Left to itself vitest takes one worker on a machine of two cores.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{shared,client,architecture}/**/*.test.ts'],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/{server,contracts}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks',
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          pool: 'forks',
          // Two files at once, each with browsers and a server of its own. They await what happens and measure nothing: that is the benches' part.
          // A machine with other work on it can break off a browser. A test that passes at the second try says so in the report (retry x1), and is
          // looked at; one that fails twice fails the run.
          retry: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
