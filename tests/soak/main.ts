// The long runs, one after another; ends with 1 when any of them found growth.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { soakMedia } from './media.ts';

const minutes = Number(process.env['SOAK_MINUTES'] ?? '30');

if (!globalThis.gc) {
  // Measuring a heap needs the collector at hand: the same program once more, with it.
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', ...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} else if (!(minutes > 0)) {
  console.error('SOAK_MINUTES must be a number above 0, such as 30');
  process.exitCode = 78;
} else {
  const { faults, ...growth } = await soakMedia(minutes);
  console.table(growth);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
