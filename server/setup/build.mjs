// `npm run build`: packages, the server's bundle and the client's files; nothing is started.
import { command } from './base/command.mjs';
import { prepare } from './steps/prepare.mjs';

await command(() => prepare({ outputs: true }));
