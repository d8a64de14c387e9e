/** The first administrator: a one-time link for who runs the installation, worthless once somebody has used it. Must not know HTTP. */
import { id, type AccountId } from '../../shared/kernel/ids.ts';
import type { Language } from '../../shared/kernel/language.ts';
import { sameAddress } from '../../shared/protocol/account-schemas.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccountStore } from '../ports/accounts.ts';
import type { OneTime } from './one-time.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export interface FirstAdministrator {
  /** A fresh link that makes the ones before worthless; null when an administrator exists. */
  link(base: string): Promise<string | null>;
  isOpen(secret: string): Promise<boolean>;
  claim(secret: string, person: Person): Promise<AccountId | null>;
}

export const createFirstAdministrator = (
  accounts: AccountStore,
  oneTime: OneTime,
  clock: Clock,
  mint: Mint,
): FirstAdministrator => ({
  async link(base) {
    if (await accounts.hasAdministrator()) return null;
    await oneTime.withdraw('administrator', null);
    return `${base}/administrator#k=${await oneTime.issue('administrator', null, {})}`;
  },
  isOpen: async (secret) =>
    !(await accounts.hasAdministrator()) && (await oneTime.look('administrator', secret)) !== null,
  async claim(secret, { name, email, language }) {
    if (!(await oneTime.take('administrator', secret))) return null;
    const account = id<AccountId>(mint.id());
    const createdAt = clock.now();
    const isFirst = await accounts.addFirstAdministrator(
      { id: account, name, language, isAdministrator: true, createdAt, closedAt: null },
      { kind: 'email', subject: sameAddress(email), account, shown: email, createdAt },
    );
    return isFirst ? account : null;
  },
});
