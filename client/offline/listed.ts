/** Writes into the service worker which files of the build a workshop's page is made of. Part of the build alone; owns the list, not the keeping. */
import type { Plugin, Rolldown } from 'vite';

const NAME = 'service-worker.js';
/** What a workshop's page begins with; whatever these load, at once or later, is listed. */
const BEGINNINGS = ['main.ts', 'features/workshop/workshop-page.ts'];

/** A short mark of the list: another build is another mark. */
const markOf = (files: readonly string[]): string => {
  let mark = 7;
  for (const letter of files.join('\n')) mark = (Math.imul(mark, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return mark.toString(36);
};

export const listed = (root: string): Plugin => ({
  name: 'plenary-listed',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = new Map<string, Rolldown.OutputChunk>();
    const others: string[] = [];
    for (const output of Object.values(bundle)) {
      if (output.type === 'chunk') chunks.set(output.fileName, output);
      else if (/\.(?:css|svg)$/.test(output.fileName)) others.push(output.fileName);
    }
    const worker = chunks.get(NAME);
    if (worker === undefined) return this.error('the build has no service worker');
    const reached = new Set<string>();
    const visit = (name: string, withLater: boolean): void => {
      const chunk = chunks.get(name);
      if (chunk === undefined || reached.has(name)) return;
      reached.add(name);
      for (const next of chunk.imports) visit(next, withLater);
      if (withLater) for (const next of chunk.dynamicImports) visit(next, withLater);
    };
    for (const beginning of BEGINNINGS) {
      const holding = [...chunks.values()].find(({ moduleIds }) => moduleIds.includes(root + beginning));
      if (holding === undefined) return this.error(`${beginning} is not in the build`);
      // The first script may load every page there is; of those only the workshop's is kept.
      visit(holding.fileName, beginning !== BEGINNINGS[0]);
    }
    const files = [...reached, ...others].map((file) => `/${file}`).toSorted((one, other) => one.localeCompare(other));
    worker.code = worker.code
      .replaceAll('PLENARY_FILES', JSON.stringify(files))
      .replaceAll('PLENARY_BUILD', JSON.stringify(markOf(files)));
  },
});
