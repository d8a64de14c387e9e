// `npm run check`: types, lint, format, dead code, import rules. Runs all of them, then says which failed.
import { command } from './base/command.mjs';
import { inProject, root } from './base/paths.mjs';
import { run } from './base/run.mjs';
import { say } from './base/say.mjs';
import { prepare } from './steps/prepare.mjs';

const tsc = 'typescript/bin/tsc';

/** @type {readonly { name: string, program: string, args: string[] }[]} */
const checks = [
  ...['shared', 'server', 'server/setup', 'client', 'tests'].map((folder) => ({
    name: `types in ${folder}`,
    program: tsc,
    args: ['-p', folder],
  })),
  { name: 'lint', program: 'oxlint/bin/oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', program: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'dead code', program: 'knip/bin/knip.js', args: [] },
  {
    name: 'import rules',
    program: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', 'shared', 'server', 'client'],
  },
];

await command(async () => {
  await prepare();
  const failed = [];
  for (const { name, program, args } of checks) {
    const began = performance.now();
    const { code, output } = await run(process.execPath, [inProject('node_modules', ...program.split('/')), ...args], {
      cwd: root,
    });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (code !== 0) {
      failed.push(name);
      process.stdout.write(`${output.trim()}\n`);
    }
    say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  }
  say(
    failed.length === 0
      ? 'Every check passed.'
      : `${failed.length} of ${checks.length} checks failed: ${failed.join(', ')}.`,
  );
  return failed.length === 0 ? 0 : 1;
});
