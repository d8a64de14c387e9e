/**
 * Serves the frame of a workshop's page and its scripts when the server cannot be reached. Owns a store of this build's files; it keeps no answer of
 * the server's and sees to no other page. Stands alone: it may import nothing.
 */

/** What the build writes here; see listed.ts. */
declare const PLENARY_FILES: readonly string[];
declare const PLENARY_BUILD: string;

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const STORE = `plenary-${PLENARY_BUILD}`;
const FRAME = '/';
const files: ReadonlySet<string> = new Set(PLENARY_FILES);

const fill = async (): Promise<void> => {
  const store = await caches.open(STORE);
  await store.addAll([FRAME, ...PLENARY_FILES]);
};

const sweep = async (): Promise<void> => {
  for (const name of await caches.keys()) if (name.startsWith('plenary-') && name !== STORE) await caches.delete(name);
};

const kept = async (path: string): Promise<Response | undefined> => (await caches.open(STORE)).match(path);

/** The server's own word comes first; only one that cannot be had, or that is no page, is stood in for. */
const frame = async (request: Request): Promise<Response> => {
  try {
    const answer = await fetch(request);
    if (answer.status < 500) return answer;
    return (await kept(FRAME)) ?? answer;
  } catch (cause) {
    const standIn = await kept(FRAME);
    if (standIn === undefined) throw cause;
    return standIn;
  }
};

addEventListener('install', (event) => (event as Lasting).waitUntil(fill()));
addEventListener('activate', (event) => (event as Lasting).waitUntil(sweep()));
addEventListener('fetch', (event) => {
  const { request } = event as Fetching;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (files.has(pathname)) {
    (event as Fetching).respondWith(kept(pathname).then((file) => file ?? fetch(request)));
  } else if (request.mode === 'navigate' && /^\/w\/[^/]+\/?$/.test(pathname)) {
    (event as Fetching).respondWith(frame(request));
  }
});
