/** One-time secrets: links and steps that work once and soon expire. Owns what each kind may live; must not know what is done with them. */
import { instant, type AccountId } from '../../shared/kernel/ids.ts';
import type { Clock, Mint } from '../ports.ts';
import type { OneTimeKind, OneTimeRecord, OneTimeStore } from '../ports/accounts.ts';
import { hashSecret } from './secrets.ts';

const MINUTE_MS = 60_000;

export const LIFE_MS: Readonly<Record<OneTimeKind, number>> = {
  // Printed for who runs the installation, and worthless as soon as an administrator exists.
  administrator: 24 * 60 * MINUTE_MS,
  signIn: 15 * MINUTE_MS,
  secondFactor: 10 * MINUTE_MS,
  openId: 10 * MINUTE_MS,
  passkey: 5 * MINUTE_MS,
  totp: 15 * MINUTE_MS,
};

export interface OneTime {
  issue(kind: OneTimeKind, account: AccountId | null, body: unknown): Promise<string>;
  look(kind: OneTimeKind, secret: string): Promise<OneTimeRecord | null>;
  take(kind: OneTimeKind, secret: string): Promise<OneTimeRecord | null>;
  withdraw(kind: OneTimeKind, account: AccountId | null): Promise<void>;
}

export const createOneTime = (store: OneTimeStore, clock: Clock, mint: Mint): OneTime => ({
  async issue(kind, account, body) {
    const secret = mint.secret();
    const now = clock.now();
    await store.add({
      secretHash: hashSecret(secret),
      kind,
      account,
      body: JSON.stringify(body),
      createdAt: now,
      expiresAt: instant(now + LIFE_MS[kind]),
    });
    return secret;
  },
  look: (kind, secret) => store.look(kind, hashSecret(secret), clock.now()),
  take: (kind, secret) => store.take(kind, hashSecret(secret), clock.now()),
  withdraw: (kind, account) => store.withdraw(kind, account),
});
