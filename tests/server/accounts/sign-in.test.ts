// The work of signing in by password, counted: the same for a known and an unknown address, right or wrong. Nothing is timed.
import { hash, verify } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { createAttempts } from '../../../server/accounts/attempts.ts';
import { createCodes } from '../../../server/accounts/codes.ts';
import { createOneTime } from '../../../server/accounts/one-time.ts';
import { createPasswords } from '../../../server/accounts/passwords.ts';
import { createSignIn } from '../../../server/accounts/sign-in.ts';
import { createMint } from '../../../server/mint.ts';
import { openStores } from '../../../server/storage/stores.ts';
import { id, type AccountId } from '../../../shared/kernel/ids.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const RIGHT = 'correct horse battery';

/** The store, writing down which of its methods were called. */
const listening = <Store extends object>(store: Store, heard: string[]): Store =>
  new Proxy(store, {
    get: (target, name, self) => {
      heard.push(String(name));
      return Reflect.get(target, name, self) as unknown;
    },
  });

test('given known and unknown addresses, when a password is tried, then store and hash do the same work, and answers are one', async () => {
  const stores = await openStores({ folder: temporaryFolder() });
  const clock = createManualClock();
  const mint = createMint();
  const heard: string[] = [];
  const passwords = createPasswords({
    hash: (...given) => {
      heard.push('hash');
      return hash(...given);
    },
    verify: (...given) => {
      heard.push('verify');
      return verify(...given);
    },
  });
  const oneTime = createOneTime(stores.oneTime, clock, mint);
  const signIn = createSignIn({
    accounts: listening(stores.accounts, heard),
    credentials: listening(stores.credentials, heard),
    passwords,
    codes: createCodes(stores.credentials, oneTime, clock, mint),
    attempts: createAttempts(listening(stores.attempts, heard), clock),
    oneTime,
  });
  const account = id<AccountId>('ann');
  const createdAt = clock.now();
  const record = {
    id: account,
    name: 'Ann',
    language: 'en' as const,
    isAdministrator: false,
    createdAt,
    closedAt: null,
  };
  await stores.accounts.add(record, { kind: 'email', subject: 'ann@a.org', account, shown: 'ann@a.org', createdAt });
  const put = async (kind: 'password' | 'totp', body: string) =>
    stores.credentials.put({ id: kind, account, kind, key: account, body, label: '', createdAt, usedAt: null });
  await put('password', JSON.stringify({ hash: await passwords.hash(RIGHT) }));

  // The hash of nobody is made once, whoever comes first.
  await signIn.byPassword('somebody@a.org', 'wrong password', '192.0.2.1');
  const workFor = async (email: string): Promise<[string[], unknown]> => {
    heard.length = 0;
    const answer = await signIn.byPassword(email, 'wrong password', '192.0.2.1');
    return [[...heard], answer];
  };
  const known = await workFor('ann@a.org');
  const unknown = await workFor('nobody@a.org');
  expect(known).toEqual(unknown);
  expect(known[0].filter((name) => name === 'verify')).toHaveLength(1);
  expect(known[1]).toEqual({ state: 'refused', code: 'account/wrongPassword' });

  // Right, but without a second factor beside it: a password alone opens nothing.
  expect(await signIn.byPassword('ann@a.org', RIGHT, '192.0.2.1')).toEqual(known[1]);
  await put('totp', JSON.stringify({ secret: 'MZXW6YTBOI', lastStep: 0 }));
  expect(await signIn.byPassword('Ann@A.org', RIGHT, '192.0.2.1')).toMatchObject({ state: 'secondStep', by: ['code'] });
  await stores.close();
});

test('given wrong tries in parallel and one after another, when there were enough, then one waits, twice as long each time', async () => {
  const stores = await openStores({ folder: temporaryFolder() });
  const clock = createManualClock();
  const attempts = createAttempts(stores.attempts, clock);
  const tries = await Promise.all(Array.from({ length: 8 }, () => attempts.count('password', 'ann@a.org')));
  expect(tries.filter((until) => until === null)).toHaveLength(5);
  expect(await attempts.count('password', 'bo@a.org')).toBeNull();
  const waits: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const until = await attempts.count('password', 'ann@a.org');
    const wait = (until ?? 0) - clock.now();
    waits.push(wait / 1000);
    clock.advance(wait);
    expect(await attempts.count('password', 'ann@a.org')).toBeNull();
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
  await attempts.forgive('password', 'ann@a.org');
  expect(await attempts.count('password', 'ann@a.org')).toBeNull();
  clock.advance(86_400_000);
  for (let n = 0; n < 5; n += 1) expect(await attempts.count('password', 'ann@a.org')).toBeNull();
  await stores.close();
});
