/**
 * Passkeys: registering one, and proving an account by one, alone or as the second step. Owns challenges, which are used once, and what is
 * kept of a key. Must not know HTTP; where the page stands is told by the caller, never by the browser's answer.
 */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import * as z from 'zod';
import type { AccountId } from '../../shared/kernel/ids.ts';
import type { Clock, Mint } from '../ports.ts';
import type { AccountRecord, Credential, CredentialStore } from '../ports/accounts.ts';
import type { OneTime } from './one-time.ts';

const SITE = 'Plenary';
/** More than anybody has devices. */
const MOST_KEYS = 20;

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(16_384);
const answer = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
};
/** What a browser answers; anything beyond is left to the library that checks it. */
export const registrationAnswer = z.looseObject({
  ...answer,
  response: z.looseObject({ clientDataJSON: base64url, attestationObject: base64url }),
});
export const assertionAnswer = z.looseObject({
  ...answer,
  response: z.looseObject({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});

const challengeBody = z.object({ challenge: z.string(), use: z.enum(['register', 'signIn', 'secondStep']) });
const keyBody = z.object({
  publicKey: z.string(),
  counter: z.int(),
  transports: z.array(z.string()),
});

/** The origin of our pages, of which the host's name is what keys are bound to. */
export interface Place {
  readonly origin: string;
}

const hostOf = ({ origin }: Place): string => new URL(origin).hostname;

export interface Passkeys {
  beginRegistration(account: AccountRecord, shownAs: string, place: Place): Promise<{ step: string; options: object }>;
  register(
    account: AccountId,
    wish: { readonly step: string; readonly answer: unknown; readonly label: string },
    place: Place,
  ): Promise<'badStep' | 'badAnswer' | 'tooMany' | 'done'>;
  /** `account`: whose second step it is; null: whoever holds a key signs in with it. */
  beginProof(account: AccountId | null, place: Place): Promise<{ step: string; options: object }>;
  /** The account that was proven, null when nothing was. */
  prove(
    account: AccountId | null,
    wish: { readonly step: string; readonly answer: unknown },
    place: Place,
  ): Promise<AccountId | null>;
}

export const createPasskeys = (store: CredentialStore, oneTime: OneTime, clock: Clock, mint: Mint): Passkeys => {
  const keysOf = async (account: AccountId): Promise<readonly Credential[]> =>
    (await store.list(account)).filter(({ kind }) => kind === 'passkey');
  const named = async (account: AccountId): Promise<{ id: string; transports: string[] }[]> =>
    (await keysOf(account)).map(({ key, body }) => ({
      id: key,
      transports: keyBody.parse(JSON.parse(body)).transports,
    }));

  const takeChallenge = async (step: string, account: AccountId | null, use: string): Promise<string | null> => {
    const found = await oneTime.take('passkey', step);
    if (!found || found.account !== account) return null;
    const body = challengeBody.parse(JSON.parse(found.body));
    return body.use === use ? body.challenge : null;
  };

  return {
    async beginRegistration(account, shownAs, place) {
      const options = await generateRegistrationOptions({
        rpName: SITE,
        rpID: hostOf(place),
        userName: shownAs,
        userDisplayName: account.name,
        userID: new TextEncoder().encode(account.id),
        excludeCredentials: await named(account.id),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      });
      const body = { challenge: options.challenge, use: 'register' };
      return { step: await oneTime.issue('passkey', account.id, body), options };
    },

    async register(account, { step, answer: given, label }, place) {
      const expectedChallenge = await takeChallenge(step, account, 'register');
      if (expectedChallenge === null) return 'badStep';
      if ((await keysOf(account)).length >= MOST_KEYS) return 'tooMany';
      // Whatever the library finds wrong with an answer, its sender learns only that it does not open.
      const credential = await verifyRegistrationResponse({
        response: given as RegistrationResponseJSON,
        expectedChallenge,
        expectedOrigin: place.origin,
        expectedRPID: hostOf(place),
      }).then(
        (checked) => (checked.verified ? checked.registrationInfo.credential : null),
        () => null,
      );
      if (!credential || (await store.find('passkey', credential.id))) return 'badAnswer';
      await store.put({
        id: mint.id(),
        account,
        kind: 'passkey',
        key: credential.id,
        body: JSON.stringify({
          publicKey: Buffer.from(credential.publicKey).toString('base64url'),
          counter: credential.counter,
          transports: credential.transports ?? [],
        }),
        label,
        createdAt: clock.now(),
        usedAt: null,
      });
      return 'done';
    },

    async beginProof(account, place) {
      const options = await generateAuthenticationOptions({
        rpID: hostOf(place),
        userVerification: 'required',
        ...(account !== null && { allowCredentials: await named(account) }),
      });
      const body = { challenge: options.challenge, use: account === null ? 'signIn' : 'secondStep' };
      return { step: await oneTime.issue('passkey', account, body), options };
    },

    async prove(account, { step, answer: given }, place) {
      const expectedChallenge = await takeChallenge(step, account, account === null ? 'signIn' : 'secondStep');
      const response = given as AuthenticationResponseJSON;
      const found = expectedChallenge === null ? null : await store.find('passkey', response.id);
      if (expectedChallenge === null || !found || (account !== null && found.account !== account)) return null;
      const { publicKey, counter, transports } = keyBody.parse(JSON.parse(found.body));
      const info = await verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: place.origin,
        expectedRPID: hostOf(place),
        credential: { id: found.key, publicKey: Buffer.from(publicKey, 'base64url'), counter, transports },
      }).then(
        (checked) => (checked.verified ? checked.authenticationInfo : null),
        () => null,
      );
      if (!info) return null;
      const next = JSON.stringify({ publicKey, counter: info.newCounter, transports });
      return (await store.use(found, next, clock.now())) ? found.account : null;
    },
  };
};
