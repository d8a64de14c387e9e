// `npm test`: sets up, runs vitest with the words given, and closes with one plain line of counts.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './base/command.mjs';
import { inProject, root } from './base/paths.mjs';
import { run } from './base/run.mjs';
import { closingLine } from './steps/closing-line.mjs';
import { prepare } from './steps/prepare.mjs';
import { kindsAsked } from './steps/test-kinds.mjs';

const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');

await command(async () => {
  const words = process.argv.slice(2);
  // Pure tests ask nothing of the machine.
  const all = kindsAsked(words).some((kind) => kind !== 'unit');
  await prepare({ worker: all, tests: all, outputs: all });
  const report = join(tmpdir(), `plenary-tests-${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const args = [vitest, 'run', '--config', 'tests/vitest.config.ts', ...reporters, ...words];
    const { code } = await run(process.execPath, args, { cwd: root, show: true });
    if (existsSync(report)) process.stdout.write(`${closingLine(readFileSync(report, 'utf8'))}\n`);
    return code;
  } finally {
    rmSync(report, { force: true });
  }
});
