/**
 * What somebody keeps to prove who they are: seen, set and taken away. Owns the rule that a password needs a second factor beside it, and that
 * its owner hears of each change by mail. Must not know HTTP.
 */
import type { AccountId } from '../../shared/kernel/ids.ts';
import { say } from '../../shared/languages/area.ts';
import { mailArea, type AccountChange } from '../../shared/languages/areas/mail.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccountStore, Credential, CredentialStore } from '../ports/accounts.ts';
import type { Outbox } from '../ports/mail.ts';
import type { Passwords } from './passwords.ts';

export interface OwnCredentials {
  list(account: AccountId): Promise<readonly Credential[]>;
  /** False: there is no second factor yet. */
  setPassword(account: AccountId, password: string): Promise<boolean>;
  /** False: there is no such credential. With the last second factor the password goes too. */
  remove(account: AccountId, id: string): Promise<boolean>;
  /** Tells the owner by mail that something has changed. */
  tell(account: AccountId, change: AccountChange): Promise<void>;
}

const isSecondFactor = ({ kind }: Credential): boolean => kind === 'totp' || kind === 'passkey';

export const createOwnCredentials = (deps: {
  readonly accounts: AccountStore;
  readonly credentials: CredentialStore;
  readonly passwords: Passwords;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly base: () => string;
}): OwnCredentials => {
  const { accounts, credentials, clock, mint } = deps;

  const tell: OwnCredentials['tell'] = async (account, change) => {
    const record = await accounts.find(account);
    const identities = await accounts.identitiesOf(account);
    const occasion = mint.id();
    for (const { kind, subject, shown } of identities) {
      if (kind !== 'email' || !record) continue;
      await deps.outbox.post({
        key: `accountChanged:${occasion}:${subject}`,
        to: shown,
        template: 'accountChanged',
        values: { url: `${deps.base()}/account`, change: say(mailArea, record.language, `change.${change}`) },
        language: record.language,
      });
    }
  };

  return {
    list: (account) => credentials.list(account),
    tell,
    async setPassword(account, password) {
      if (!(await credentials.list(account)).some(isSecondFactor)) return false;
      const body = JSON.stringify({ hash: await deps.passwords.hash(password) });
      const at = clock.now();
      await credentials.put({
        id: mint.id(),
        account,
        kind: 'password',
        key: account,
        body,
        label: '',
        createdAt: at,
        usedAt: null,
      });
      await tell(account, 'passwordSet');
      return true;
    },
    async remove(account, id) {
      const wanted = (await credentials.list(account)).find((one) => one.id === id && one.kind !== 'recovery');
      if (!wanted || !(await credentials.remove(account, id))) return false;
      const rest = await credentials.list(account);
      if (!rest.some(isSecondFactor)) {
        await credentials.replaceAll(account, 'password', []);
        await credentials.replaceAll(account, 'recovery', []);
      }
      await tell(account, 'removed');
      return true;
    },
  };
};
