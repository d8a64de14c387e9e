// The build fails when a page outgrows its budget: a module that cannot be squeezed is planted into the first page.
import { randomBytes } from 'node:crypto';
import { build, type Plugin } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const HOME = `${root}client/features/home/home.ts`;

/** Random text hardly shrinks: what is planted is what is weighed, three quarters of it. */
const planted = (bytes: number): Plugin => ({
  name: 'planted',
  transform: (code, id) =>
    id === HOME ? `${code}\nglobalThis.planted = '${randomBytes(bytes).toString('base64')}';\n` : null,
});

// What people get: in a test's own environment packages would come in their development forms, which are heavier.
beforeAll(() => void vi.stubEnv('NODE_ENV', 'production'));
afterAll(() => void vi.unstubAllEnvs());

const built = (bytes: number): Promise<unknown> =>
  build({
    configFile: `${root}client/vite.config.ts`,
    logLevel: 'silent',
    build: { write: false },
    plugins: [planted(bytes)],
  });

test('given 60 kB more on the first page, when built, then the page is named as too heavy', async () => {
  await expect(built(60_000)).rejects.toThrow(/home weighs .* at most 60/);
});

test('given nothing planted, when built, then every page is within its budget', async () => {
  await expect(built(0)).resolves.toBeDefined();
});
