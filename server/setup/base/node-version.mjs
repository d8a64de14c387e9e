// The gate: which versions of Node can run Plenary. Knows nothing else.
import { SetupFault } from './setup-fault.mjs';

const floor = /** @type {const} */ ([20, 19]);

/** @param {string} version such as process.versions.node */
export function requireNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > floor[0] || (major === floor[0] && minor >= floor[1])) return;
  throw new SetupFault(
    `Plenary needs Node ${floor.join('.')} or newer, and this is Node ${version}. Install a newer Node, then run the command again.`,
  );
}
