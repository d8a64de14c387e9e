// `npm run build`: all that a start would make, with nothing started: packages, media worker, server, client.
import { command } from './base/command.mjs';
import { prepare } from './steps/prepare.mjs';

await command(() => prepare({ worker: true, outputs: true }));
