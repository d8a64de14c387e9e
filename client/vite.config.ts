// How the browser's part is built: hashed assets, a source map, and a weight that each page may not exceed.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { listed } from './offline/listed.ts';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

interface Page {
  readonly name: string;
  /** Modules whose static imports are loaded to show the page. */
  readonly from: readonly string[];
  /** Modules of which that which they load later counts too. */
  readonly andLaterOf?: readonly string[];
  /** Kilobytes (1,000 bytes) of script, gzipped. */
  readonly most: number;
}

const shell = ['main.ts', 'app/shell.ts'];
const table = [...shell, 'features/workshop/workshop-page.ts', 'features/workshop/table.ts'];
/** With what the table fetches beside the room without being asked. */
const room = [
  ...table,
  'features/room/room.ts',
  'features/board/board.ts',
  'media/mediasoup/session.ts',
  'features/own-entry/own-entry.ts',
  'features/consents/consents.ts',
  'features/people/face.ts',
];
const PAGES: readonly Page[] = [
  { name: 'home', from: [...shell, 'features/home/home.ts'], most: 60 },
  {
    name: 'draft',
    from: [...shell, 'features/workshop/draft-page.ts', 'features/draft/draft.ts'],
    most: 60,
  },
  {
    name: 'draft for its editors',
    from: [...shell, 'features/workshop/draft-page.ts', 'features/drafting/editor.ts'],
    most: 90,
  },
  { name: 'approval', from: [...shell, 'features/approval/approval-page.ts'], most: 60 },
  { name: 'sign-in', from: [...shell, 'features/account/sign-in-page.ts'], most: 60 },
  { name: 'account', from: [...shell, 'features/account/account-page.ts'], most: 60 },
  { name: 'administration', from: [...shell, 'features/administration/administration-page.ts'], most: 60 },
  { name: 'audit log', from: [...shell, 'features/administration/audit-page.ts'], most: 60 },
  { name: 'retention', from: [...shell, 'features/administration/retention-page.ts'], most: 60 },
  { name: 'door', from: [...shell, 'features/workshop/workshop-page.ts', 'features/door/door.ts'], most: 120 },
  { name: 'lobby', from: [...table, 'features/lobby/lobby.ts'], most: 120 },
  { name: 'room before its first frame and keystroke', from: room, most: 400 },
  // What a panel or dialog fetches when somebody opens it is no part of the first frame; it is watched all the same.
  {
    name: 'room with all that is ever opened in it',
    from: room,
    andLaterOf: ['features/room/room.ts', 'features/board/board.ts', 'media/mediasoup/session.ts'],
    most: 500,
  },
];

const root = fileURLToPath(new URL('.', import.meta.url));

/** Prints what each page weighs, and fails the build when one is over its budget. */
const weights = (): Plugin => ({
  name: 'plenary-weights',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = new Map<string, Rolldown.OutputChunk>();
    for (const output of Object.values(bundle)) if (output.type === 'chunk') chunks.set(output.fileName, output);
    const holding = (module: string): string | undefined =>
      [...chunks.values()].find((chunk) => chunk.moduleIds.includes(root + module))?.fileName;

    /** What is loaded from these on; with `known` also what is loaded later, except through what is known already. */
    const closure = (starts: readonly string[], known?: ReadonlySet<string>): ReadonlySet<string> => {
      const reached = new Set(known);
      const visit = (name: string): void => {
        const chunk = chunks.get(name);
        if (!chunk || reached.has(name)) return;
        reached.add(name);
        for (const next of [...chunk.imports, ...(known ? chunk.dynamicImports : [])]) visit(next);
      };
      starts.forEach(visit);
      return reached;
    };

    for (const { name, from, andLaterOf = [], most } of PAGES) {
      const named = (module: string): string => holding(module) ?? this.error(`${name}: ${module} is not in the build`);
      // What was there before, with what it may fetch for other views (the lobby, a dialog), is no part of this one.
      const before = closure(from.filter((module) => !andLaterOf.includes(module)).map(named));
      const script = new Set([...closure(from.map(named)), ...closure(andLaterOf.map(named), before)]);
      const bytes = [...script].reduce((sum, file) => sum + gzipSync(chunks.get(file)?.code ?? '').length, 0);
      const kilobytes = Math.round(bytes / 100) / 10;
      this.environment.logger.info(`${name}: ${kilobytes} kB of script, gzipped (at most ${most})`);
      if (kilobytes > most)
        this.error(`${name} weighs ${kilobytes} kB of script, gzipped; at most ${most} are allowed`);
    }
  },
});

const served = process.env['PORT'] ?? '8080';
const server = `http://127.0.0.1:${served}`;

export default defineConfig({
  root,
  resolve: { dedupe: ['yjs'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    sourcemap: true,
    target: 'es2022',
    // An inlined asset would be a data: address, an inlined polyfill a script: the pages' policy allows neither.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      input: { index: `${root}index.html`, 'service-worker': `${root}offline/service-worker.ts` },
      // Its name is its address, and must not change from build to build.
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  plugins: [weights(), listed(root)],
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': server,
      '/updates': server,
      '/socket.io': { target: server, ws: true },
      '/notes': { target: server, ws: true },
    },
  },
});
