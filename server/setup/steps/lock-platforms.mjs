// Packages for other platforms in package-lock.json. `npm ci` refuses a lock file that lacks one, even where it would not install it,
// and npm leaves them out when the registry in use doesn't carry them. Their versions are known all the same: the package that wants
// them names them exactly.

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Locked
 * @typedef {{ packages: Record<string, Locked> }} LockFile
 * @typedef {{ name: string, version: string, dev: boolean }} Absent
 */

/** As Node looks for a package: in the asker's own folder, then in each one above. @param {LockFile} lock @param {string} from @param {string} name */
function stands(lock, from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (`${place === '' ? '' : `${place}/`}node_modules/${name}` in lock.packages) return true;
    if (!place.includes('/node_modules/')) return `node_modules/${name}` in lock.packages;
  }
}

/** @param {LockFile} lock @returns {Absent[]} */
export function absentPlatforms(lock) {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies).flatMap(([name, version]) =>
      stands(lock, path, name) ? [] : [{ name, version, dev }],
    ),
  );
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** Such packages are named after what they are for. @param {Absent} absent @returns {Locked} */
function entryFor({ name, version, dev }) {
  const [system, processor] = [systems, processors].map((list) =>
    list.find((word) => name.split('/').at(-1)?.includes(word)),
  );
  if (!system || !/^\d/.test(version))
    throw new Error(`${name}@${version} is not recognised as a package for another platform`);
  const libc =
    system === 'linux' ? (/musl/.exec(name)?.[0] ?? /gnu/.exec(name)?.[0]?.replace('gnu', 'glibc')) : undefined;
  return {
    version,
    ...(processor ? { cpu: [processor] } : {}),
    ...(dev ? { dev } : {}),
    ...(libc ? { libc: [libc] } : {}),
    optional: true,
    os: [system],
  };
}

/** @template {LockFile} T @param {T} lock @returns {T} */
export function withPlatforms(lock) {
  const added = absentPlatforms(lock).map(
    (absent) => /** @type {const} */ ([`node_modules/${absent.name}`, entryFor(absent)]),
  );
  const packages = [...Object.entries(lock.packages), ...added].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(packages) };
}
