/**
 * Sign-in by a link in a mail: one that works once, for a quarter of an hour, and shows whose address it is before it is used. Owns making
 * an account for an address that has none, where the installation allows it. Must not know HTTP.
 */
import * as z from 'zod';
import { id, instant, type AccountId } from '../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import { sameAddress } from '../../shared/protocol/account-schemas.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccountRecord, AccountStore } from '../ports/accounts.ts';
import type { Outbox } from '../ports/mail.ts';
import type { Attempts } from './attempts.ts';
import { LIFE_MS, type OneTime } from './one-time.ts';

const body = z.object({ email: z.string(), language: z.enum(LANGUAGES), byOperator: z.boolean() });

export type Redeemed =
  | { readonly ok: true; readonly account: AccountRecord; readonly byOperator: boolean }
  | { readonly ok: false; readonly code: 'account/badLink' | 'account/nameNeeded' };

const BAD_LINK = { ok: false, code: 'account/badLink' } as const;

export interface MailLinks {
  /** Called after the reply: an address that may not sign in gets no mail, and nobody is told which was the case. */
  send(email: string, language: Language): Promise<void>;
  /** A link as text, for who runs the installation, to hand over where a second factor is lost; null when the address has no account. */
  linkFor(email: string): Promise<string | null>;
  /** Whose address a link is for; `name` is null when it has no account yet. Null: it does not work (any more). */
  look(secret: string): Promise<{ readonly email: string; readonly name: string | null } | null>;
  /** Uses the link up; a name is needed only for an address without account. */
  redeem(secret: string, name: string | undefined): Promise<Redeemed>;
}

export const createMailLinks = (deps: {
  readonly accounts: AccountStore;
  readonly oneTime: OneTime;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly mint: Mint;
  /** The origin of the addresses in mails. */
  readonly base: () => string;
  readonly maySignUp: () => Promise<boolean>;
  readonly attempts: Attempts;
}): MailLinks => {
  const { accounts, oneTime, clock, mint } = deps;
  const known = (email: string): Promise<AccountRecord | null> => accounts.findByIdentity('email', sameAddress(email));
  const link = async (account: AccountId | null, content: z.infer<typeof body>): Promise<string> =>
    `${deps.base()}/sign-in#k=${await oneTime.issue('signIn', account, content)}`;

  const open = async (email: string, language: Language, name: string): Promise<AccountRecord> => {
    const createdAt = clock.now();
    const account: AccountRecord = {
      id: id<AccountId>(mint.id()),
      name,
      language,
      isAdministrator: false,
      createdAt,
      closedAt: null,
    };
    const subject = sameAddress(email);
    await accounts.add(account, { kind: 'email', subject, account: account.id, shown: email, createdAt });
    return account;
  };

  return {
    async send(email, language) {
      const account = await known(email);
      if (!account && !(await deps.maySignUp())) return;
      // Nobody's mailbox is filled by somebody else's asking.
      if ((await deps.attempts.count('mail', sameAddress(email))) !== null) return;
      const speaks = account?.language ?? language;
      await deps.outbox.post({
        key: `signIn:${mint.id()}`,
        to: email,
        template: 'signIn',
        values: { url: await link(account?.id ?? null, { email, language: speaks, byOperator: false }) },
        language: speaks,
        worthlessAfter: instant(clock.now() + LIFE_MS.signIn),
      });
    },
    async linkFor(email) {
      const account = await known(email);
      return account && link(account.id, { email, language: account.language, byOperator: true });
    },
    async look(secret) {
      const found = await oneTime.look('signIn', secret);
      if (!found) return null;
      const { email } = body.parse(JSON.parse(found.body));
      return { email, name: (await known(email))?.name ?? null };
    },
    async redeem(secret, name) {
      const found = await oneTime.look('signIn', secret);
      if (!found) return BAD_LINK;
      const { email, language, byOperator } = body.parse(JSON.parse(found.body));
      const account = await known(email);
      if (!account && name === undefined) return { ok: false, code: 'account/nameNeeded' };
      // A link made for an account opens no other one, should the address have changed hands since.
      if (found.account !== null && account?.id !== found.account) return BAD_LINK;
      if (!(await oneTime.take('signIn', secret))) return BAD_LINK;
      return { ok: true, account: account ?? (await open(email, language, name ?? '')), byOperator };
    },
  };
};
