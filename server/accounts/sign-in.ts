/**
 * Signing in by password, and the second step that follows where an account has a second factor. Owns the order of checks: tries are counted
 * before the work, the work is the same for everybody, and one answer stands for every way to be wrong. Must not know HTTP.
 */
import * as z from 'zod';
import type { AccountId, Instant } from '../../shared/kernel/ids.ts';
import { sameAddress } from '../../shared/protocol/account-schemas.ts';
import type { AccountRecord, AccountStore, CredentialStore, SignInWay } from '../ports/accounts.ts';
import type { Attempts } from './attempts.ts';
import type { Codes } from './codes.ts';
import type { OneTime } from './one-time.ts';
import type { Passwords } from './passwords.ts';

export type SecondFactor = 'code' | 'passkey';

/** What is left to do: nothing, or a second step by one of these. */
export type Proven =
  | { readonly state: 'signedIn'; readonly account: AccountId; readonly way: SignInWay }
  | { readonly state: 'secondStep'; readonly step: string; readonly by: readonly SecondFactor[] };

export type Refused =
  | { readonly state: 'refused'; readonly code: 'account/wrongPassword' | 'account/wrongCode' | 'account/badLink' }
  | { readonly state: 'wait'; readonly until: Instant };

const stepBody = z.object({ way: z.enum(['mailLink', 'password']) });

export interface SignIn {
  byPassword(email: string, password: string, from: string): Promise<Proven | Refused>;
  /** Somebody proved this account by a first factor. */
  proven(account: AccountId, way: 'mailLink' | 'password'): Promise<Proven>;
  byCode(step: string, code: string, from: string): Promise<Proven | Refused>;
  /** The account that a second step is about, while it is open. */
  lookAtStep(step: string): Promise<{ readonly account: AccountId; readonly way: SignInWay } | null>;
  /** Uses the step up; false: somebody else has. */
  takeStep(step: string): Promise<boolean>;
  /** By what an account's second step can be made. */
  secondFactors(account: AccountId): Promise<readonly SecondFactor[]>;
}

export const createSignIn = (deps: {
  readonly accounts: AccountStore;
  readonly credentials: CredentialStore;
  readonly passwords: Passwords;
  readonly codes: Codes;
  readonly attempts: Attempts;
  readonly oneTime: OneTime;
}): SignIn => {
  const { accounts, credentials, passwords, codes, attempts, oneTime } = deps;

  const passwordOf = async (account: AccountRecord | null): Promise<string | null> => {
    // Looked up for nobody too, so that the store is asked as often for an unknown address.
    const found = await credentials.find('password', account?.id ?? 'nobody');
    return found && z.object({ hash: z.string() }).parse(JSON.parse(found.body)).hash;
  };

  const secondFactors = async (account: AccountId): Promise<readonly SecondFactor[]> => {
    const kinds = new Set((await credentials.list(account)).map(({ kind }) => kind));
    return [...(kinds.has('totp') ? (['code'] as const) : []), ...(kinds.has('passkey') ? (['passkey'] as const) : [])];
  };

  const proven: SignIn['proven'] = async (account, way) => {
    const by = await secondFactors(account);
    if (by.length === 0) return { state: 'signedIn', account, way };
    return { state: 'secondStep', step: await oneTime.issue('secondFactor', account, { way }), by };
  };

  const lookAtStep: SignIn['lookAtStep'] = async (step) => {
    const found = await oneTime.look('secondFactor', step);
    if (!found || found.account === null) return null;
    return { account: found.account, way: stepBody.parse(JSON.parse(found.body)).way };
  };

  return {
    secondFactors,
    proven,
    lookAtStep,
    takeStep: async (step) => (await oneTime.take('secondFactor', step)) !== null,
    async byPassword(email, password, from) {
      const whose = sameAddress(email);
      const until = (await attempts.count('from', from)) ?? (await attempts.count('password', whose));
      if (until !== null) return { state: 'wait', until };
      const account = await accounts.findByIdentity('email', whose);
      const isRight = await passwords.matches(await passwordOf(account), password);
      if (!account || !isRight) return { state: 'refused', code: 'account/wrongPassword' };
      await attempts.forgive('from', from);
      await attempts.forgive('password', whose);
      const next = await proven(account.id, 'password');
      // A password alone opens no account: it can be set only where a second factor is, and this holds should that ever fail.
      return next.state === 'signedIn' ? { state: 'refused', code: 'account/wrongPassword' } : next;
    },
    async byCode(step, code, from) {
      const open = await lookAtStep(step);
      if (!open) return { state: 'refused', code: 'account/badLink' };
      const until = (await attempts.count('from', from)) ?? (await attempts.count('code', open.account));
      if (until !== null) return { state: 'wait', until };
      if (!(await codes.use(open.account, code))) return { state: 'refused', code: 'account/wrongCode' };
      if (!(await oneTime.take('secondFactor', step))) return { state: 'refused', code: 'account/badLink' };
      await attempts.forgive('from', from);
      await attempts.forgive('code', open.account);
      return { state: 'signedIn', account: open.account, way: open.way };
    },
  };
};
