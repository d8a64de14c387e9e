/**
 * Passwords as argon2id. Owns parameters and that checking costs the same whether there is something to check against or not. Hashing is
 * memory and a core each: only a few run at once, so that a crowd of tries cannot take the machine from running workshops.
 */
import { hash, verify } from '@node-rs/argon2';

export const PASSWORD_LEAST = 10;
export const PASSWORD_MOST = 200;
/** OWASP's first choice; argon2id is the library's own. About 50 ms on a plain core. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** `stored` is null when there is no account or no password: the work is done all the same, and the answer is false. */
  matches(stored: string | null, password: string): Promise<boolean>;
}

/** `argon2` is the real one but for a test that counts its calls. */
export const createPasswords = (argon2: { hash: typeof hash; verify: typeof verify } = { hash, verify }): Passwords => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
  // One written password is one string of bytes, on whichever keyboard it was typed.
  const bytes = (password: string): string => password.normalize('NFKC');
  const fresh = (password: string): Promise<string> => inTurn(() => argon2.hash(bytes(password), PARAMETERS));
  let nobodys: Promise<string> | null = null;

  return {
    hash: fresh,
    async matches(stored, password) {
      const against = stored ?? (await (nobodys ??= fresh('the password of nobody')));
      const isRight = await inTurn(() => argon2.verify(against, bytes(password)));
      return isRight && stored !== null;
    },
  };
};
