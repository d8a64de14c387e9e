/**
 * The second factor by code: an authenticator app, and recovery codes for when it is lost. Owns enrolment and checking; a code works once.
 * Must not know HTTP.
 */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { AccountId } from '../../shared/kernel/ids.ts';
import type { Clock, Mint } from '../ports.ts';
import type { Credential, CredentialStore } from '../ports/accounts.ts';
import type { OneTime } from './one-time.ts';
import { hashSecret } from './secrets.ts';
import { fromBase32, stepOf, toBase32, totpAddress } from './totp.ts';

/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

const enrolment = z.object({ secret: z.string() });
const body = z.object({ secret: z.string(), lastStep: z.int() });

/** As a person copies it from paper: in any case, with spaces or hyphens. */
const asTyped = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '');
const isTotp = (code: string): boolean => /^\d{6}$/.test(code);

export interface Codes {
  /** A secret for the app, and the step that proves the app has it. */
  begin(account: AccountId, shownAs: string): Promise<{ step: string; secret: string; address: string }>;
  finish(account: AccountId, step: string, code: string): Promise<'badStep' | 'badCode' | 'done'>;
  /** Fresh recovery codes, shown once; the ones before are worthless. */
  freshRecovery(account: AccountId): Promise<readonly string[]>;
  /** Whether this is a code of the app or a recovery code of this account, unused so far; it is used now. */
  use(account: AccountId, code: string): Promise<boolean>;
}

export const createCodes = (store: CredentialStore, oneTime: OneTime, clock: Clock, mint: Mint): Codes => {
  const credential = (account: AccountId, kind: Credential['kind'], key: string, content: unknown): Credential => ({
    id: mint.id(),
    account,
    kind,
    key,
    body: JSON.stringify(content),
    label: '',
    createdAt: clock.now(),
    usedAt: null,
  });

  const useTotp = async (account: AccountId, code: string): Promise<boolean> => {
    const found = await store.find('totp', account);
    if (!found) return false;
    const { secret, lastStep } = body.parse(JSON.parse(found.body));
    const step = stepOf(fromBase32(secret), code, clock.now(), lastStep);
    return step !== null && store.use(found, JSON.stringify({ secret, lastStep: step }), clock.now());
  };

  const useRecovery = async (account: AccountId, code: string): Promise<boolean> => {
    const found = await store.find('recovery', hashSecret(`${account}:${code}`));
    return found !== null && found.account === account && store.remove(account, found.id);
  };

  return {
    async begin(account, shownAs) {
      const secret = toBase32(randomBytes(SECRET_BYTES));
      const step = await oneTime.issue('totp', account, { secret });
      return { step, secret, address: totpAddress(secret, shownAs, 'Plenary') };
    },
    async finish(account, step, code) {
      const begun = await oneTime.look('totp', step);
      if (begun?.account !== account) return 'badStep';
      const { secret } = enrolment.parse(JSON.parse(begun.body));
      const lastStep = stepOf(fromBase32(secret), asTyped(code), clock.now(), -1);
      if (lastStep === null) return 'badCode';
      if (!(await oneTime.take('totp', step))) return 'badStep';
      await store.replaceAll(account, 'totp', [credential(account, 'totp', account, { secret, lastStep })]);
      return 'done';
    },
    async freshRecovery(account) {
      const codes = Array.from({ length: RECOVERY_CODES }, () => toBase32(randomBytes(RECOVERY_BYTES)));
      const kept = codes.map((code) => credential(account, 'recovery', hashSecret(`${account}:${code}`), {}));
      await store.replaceAll(account, 'recovery', kept);
      return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
    },
    async use(account, code) {
      const typed = asTyped(code);
      return isTotp(typed) ? useTotp(account, typed) : useRecovery(account, typed);
    },
  };
};
