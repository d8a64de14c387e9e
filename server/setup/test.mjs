// `npm test`: sets up, runs vitest with the words given, and closes with one plain line of counts.
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './base/command.mjs';
import { inProject, root } from './base/paths.mjs';
import { run } from './base/run.mjs';
import { closingLine } from './steps/closing-line.mjs';
import { prepare } from './steps/prepare.mjs';

await command(async () => {
  await prepare({ worker: true, tests: true, outputs: true });
  const report = join(tmpdir(), `plenary-tests-${process.pid}.json`);
  try {
    const { code } = await run(
      process.execPath,
      [
        inProject('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        ...[
          '--config',
          'tests/vitest.config.ts',
          '--reporter',
          'default',
          '--reporter',
          'json',
          `--outputFile.json=${report}`,
        ],
        ...process.argv.slice(2),
      ],
      { cwd: root, show: true },
    );
    process.stdout.write(`${closingLine(readFileSync(report, 'utf8'))}\n`);
    return code;
  } finally {
    rmSync(report, { force: true });
  }
});
