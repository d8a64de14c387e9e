// `npm run screens`: screenshots of each view.
import { command } from './base/command.mjs';
import { runScript } from './steps/run-script.mjs';

await command(() => runScript('tests', 'screens', 'main.ts'));
