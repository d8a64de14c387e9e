// `npm run soak`: long runs under load and under faults.
import { command } from './base/command.mjs';
import { runScript } from './steps/run-script.mjs';

await command(() => runScript('tests', 'soak', 'main.ts'));
