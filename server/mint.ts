/** The real mint: ids and secrets from the system's randomness. */
import { randomBytes } from 'node:crypto';
import { isId } from '../shared/kernel/ids.ts';
import type { Mint } from './ports.ts';

const ID_BYTES = 16;
const SECRET_BYTES = 32;

export const createMint = (): Mint => ({
  id() {
    // One in thirty-two begins with - or _, which no id may.
    for (;;) {
      const fresh = randomBytes(ID_BYTES).toString('base64url');
      if (isId(fresh)) return fresh;
    }
  },
  secret: () => randomBytes(SECRET_BYTES).toString('base64url'),
});
