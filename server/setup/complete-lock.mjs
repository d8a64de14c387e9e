// `node server/setup/complete-lock.mjs`, after `npm install NAME`: adds to package-lock.json the packages for other platforms that the
// registry in use did not offer, so that `npm ci` accepts it here and everywhere.
import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './base/paths.mjs';
import { say } from './base/say.mjs';
import { absentPlatforms, withPlatforms } from './steps/lock-platforms.mjs';

const file = inProject('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const absent = absentPlatforms(lock);
if (absent.length > 0) writeFileSync(file, `${JSON.stringify(withPlatforms(lock), null, 2)}\n`);
say(`package-lock.json: ${absent.length} packages for other platforms added.`);
