/**
 * Tokens of programs: 256 random bits behind a prefix by which leaked ones are found, shown once, stored hashed. Owns their making and their
 * end; what one may is asked where a member's rights are.
 */
import type { AccountId, Instant, OwningOrganizationId } from '../../shared/kernel/ids.ts';
import type { TokenScope } from '../../shared/organization/scopes.ts';
import { hashSecret } from '../accounts/secrets.ts';
import type { Clock, Mint } from '../ports.ts';
import type { TokenRecord, TokenStore } from '../ports/api.ts';

export const TOKEN_PREFIX = 'plenary_';
/** How often use is written down. */
const TOUCH_MS = 300_000;

export interface Tokens {
  make(wish: {
    readonly organization: OwningOrganizationId;
    readonly account: AccountId;
    readonly name: string;
    readonly scopes: readonly TokenScope[];
    readonly expiresAt: Instant | null;
  }): Promise<{ readonly token: string; readonly record: TokenRecord }>;
  /** Null: unknown, withdrawn or expired. */
  find(token: string): Promise<TokenRecord | null>;
  list(organization: OwningOrganizationId): Promise<readonly TokenRecord[]>;
  withdraw(organization: OwningOrganizationId, token: string): Promise<boolean>;
}

export const createTokens = (store: TokenStore, clock: Clock, mint: Mint): Tokens => ({
  async make(wish) {
    const token = `${TOKEN_PREFIX}${mint.secret()}`;
    const record: TokenRecord = {
      ...wish,
      id: mint.id(),
      tokenHash: hashSecret(token),
      createdAt: clock.now(),
      usedAt: null,
    };
    await store.add(record);
    return { token, record };
  },
  async find(token) {
    const found = await store.find(hashSecret(token));
    const now = clock.now();
    if (!found || (found.expiresAt !== null && found.expiresAt <= now)) return null;
    if (found.usedAt === null || now - found.usedAt >= TOUCH_MS) await store.touch(found.id, now);
    return found;
  },
  list: (organization) => store.list(organization),
  withdraw: (organization, token) => store.remove(organization, token),
});
