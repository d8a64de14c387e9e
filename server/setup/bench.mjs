// `npm run bench`: the benchmarks, side by side with the peers that they are measured against.
import { command } from './base/command.mjs';
import { runScript } from './steps/run-script.mjs';

await command(() => runScript('tests', 'bench', 'main.ts'));
