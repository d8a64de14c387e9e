// What every store of credentials, attempts, settings, own seats and outgoing letters must do, over both engines.
import { describe, expect, test } from 'vitest';
import type { SeatRecord } from '../../server/ports/access.ts';
import type { AccountRecord, Credential, CredentialKind } from '../../server/ports/accounts.ts';
import type { OutboxRecord } from '../../server/ports/mail.ts';
import type { Stores } from '../../server/storage/stores.ts';
import { instant, type AccountId, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { entry, fresh, onBothEngines, summary } from './stores.ts';

const accountIn = async ({ accounts }: Stores): Promise<AccountId> => {
  const createdAt = instant(1_800_000_000_001);
  const one: AccountRecord = {
    id: fresh<AccountId>(),
    name: '钱京京',
    language: 'zh-Hans',
    isAdministrator: false,
    createdAt,
    closedAt: null,
  };
  await accounts.add(one, { kind: 'email', subject: fresh(), account: one.id, shown: 'q@example.org', createdAt });
  return one.id;
};

const credential = (account: AccountId, kind: CredentialKind, more: Partial<Credential> = {}): Credential => ({
  id: fresh(),
  account,
  kind,
  key: fresh(),
  body: '{"n":1}',
  label: '我的电脑',
  createdAt: instant(1_800_000_000_002),
  usedAt: null,
  ...more,
});

// One suite, so that one PostgreSQL serves them all.
onBothEngines('stores of signing in', ({ open, reopen }) => {
  describe('credential store', () => {
    test('given credentials, when looked up, then by kind and key, whole, also after a restart; one of the same key takes the place', async () => {
      let stores = await open();
      const account = await accountIn(stores);
      const key = credential(account, 'passkey');
      await stores.credentials.put(key);
      await stores.credentials.put(credential(account, 'totp', { key: key.key }));
      stores = await reopen(stores);
      expect(await stores.credentials.find('passkey', key.key)).toEqual(key);
      expect(await stores.credentials.find('password', key.key)).toBeNull();
      const anew = credential(account, 'passkey', { key: key.key, body: '{"n":2}' });
      await stores.credentials.put(anew);
      expect(await stores.credentials.find('passkey', key.key)).toEqual(anew);
      expect((await stores.credentials.list(account)).map(({ kind }) => kind).toSorted()).toEqual(['passkey', 'totp']);
      await stores.close();
    });

    test('given a key of one account, when another brings the same, then it is a conflict and stays whose it was', async () => {
      const stores = await open();
      const [one, other] = [await accountIn(stores), await accountIn(stores)];
      const key = credential(one, 'passkey');
      await stores.credentials.put(key);
      await expect(stores.credentials.put(credential(other, 'passkey', { key: key.key }))).rejects.toMatchObject({
        code: 'store/conflict',
      });
      expect(await stores.credentials.find('passkey', key.key)).toEqual(key);
      expect(await stores.credentials.remove(other, key.id)).toBe(false);
      expect(await stores.credentials.remove(one, key.id)).toBe(true);
      expect(await stores.credentials.remove(one, key.id)).toBe(false);
      await stores.close();
    });

    test('given one code, when it is used twice at once, then once; and what was read before counts no more', async () => {
      const stores = await open();
      const code = credential(await accountIn(stores), 'totp');
      await stores.credentials.put(code);
      const uses = await Promise.all([1, 2, 3].map((n) => stores.credentials.use(code, `{"n":${n + 1}}`, instant(9))));
      expect(uses.filter(Boolean)).toHaveLength(1);
      expect(await stores.credentials.find('totp', code.key)).toMatchObject({ usedAt: 9 });
      expect(await stores.credentials.use(code, '{"n":9}', instant(10))).toBe(false);
      await stores.close();
    });

    test('given recovery codes, when fresh ones come, then those of this account are gone and no others', async () => {
      const stores = await open();
      const [one, other] = [await accountIn(stores), await accountIn(stores)];
      const [old, theirs, password] = [
        credential(one, 'recovery'),
        credential(other, 'recovery'),
        credential(one, 'password'),
      ];
      for (const each of [old, theirs, password]) await stores.credentials.put(each);
      const set = [credential(one, 'recovery'), credential(one, 'recovery')];
      await stores.credentials.replaceAll(one, 'recovery', set);
      expect(await stores.credentials.find('recovery', old.key)).toBeNull();
      expect(new Set((await stores.credentials.list(one)).map(({ id }) => id))).toEqual(
        new Set([password.id, ...set.map(({ id }) => id)]),
      );
      expect(await stores.credentials.list(other)).toEqual([theirs]);
      await stores.credentials.replaceAll(one, 'recovery', []);
      expect(await stores.credentials.list(one)).toEqual([password]);
      await stores.close();
    });
  });

  describe('attempt store', () => {
    const blockFor = (tries: number): number => (tries < 3 ? 0 : 1000);

    test('given tries in vain, when there were enough, also at once, then the key waits, over a restart too; others do not', async () => {
      let stores = await open();
      const [key, other] = [fresh<string>(), fresh<string>()];
      const now = instant(1_800_000_000_000);
      const count = (at: number, of = key) => stores.attempts.count(of, instant(at), blockFor, 10_000);
      expect(await Promise.all([count(now), count(now), count(now)])).toEqual([null, null, null]);
      stores = await reopen(stores);
      expect(await count(now + 999)).toBe(now + 1000);
      expect(await count(now + 999, other)).toBeNull();
      expect(await count(now + 1000)).toBeNull();
      expect(await count(now + 1001)).toBe(now + 2000);
      await stores.close();
    });

    test('given tries, when one succeeds or all are long ago, then they count no more; what is blocked is not swept away', async () => {
      const stores = await open();
      const count = (key: string, at: number) => stores.attempts.count(key, instant(at), blockFor, 10_000);
      const [forgiven, old] = [fresh<string>(), fresh<string>()];
      for (const at of [1, 2, 3]) await count(forgiven, at);
      await stores.attempts.forgive(forgiven);
      expect(await count(forgiven, 4)).toBeNull();
      for (const at of [1, 2]) await count(old, at);
      // Later than is remembered: these two are the first again.
      expect([await count(old, 20_000), await count(old, 20_001), await count(old, 20_002)]).toEqual([
        null,
        null,
        null,
      ]);
      expect(await stores.attempts.purge(instant(20_500))).toBeGreaterThanOrEqual(1);
      expect(await count(old, 20_600)).toBe(21_002);
      await stores.attempts.forgive(fresh());
      await stores.close();
    });
  });

  describe('settings store', () => {
    test('given settings, when some are written, then the others stay, also after a restart', async () => {
      let stores = await open();
      const [one, other] = [fresh<string>(), fresh<string>()];
      await stores.settings.write({ [one]: 'true', [other]: '"低碳"' });
      await stores.settings.write({ [one]: 'false' });
      await stores.settings.write({});
      stores = await reopen(stores);
      expect(await stores.settings.read()).toMatchObject({ [one]: 'false', [other]: '"低碳"' });
      await stores.close();
    });
  });

  describe('own seat store', () => {
    test('given a guest’s seat, when two accounts claim it at once, then it is one’s, once and for all, with every key of it', async () => {
      let stores = await open();
      const workshop = fresh<WorkshopId>();
      await stores.facts.create(summary(workshop), [entry(1)]);
      const [one, other] = [await accountIn(stores), await accountIn(stores)];
      const seatAt = async (createdAt: number): Promise<SeatId> => {
        const record: SeatRecord = {
          seat: fresh<SeatId>(),
          workshop,
          link: 'l',
          tokenHash: fresh<string>(),
          createdAt: instant(createdAt),
          account: null,
          browserHash: null,
        };
        await stores.access.addSeat(record);
        await stores.access.addKey(record.seat, {
          tokenHash: fresh<string>(),
          browserHash: null,
          createdAt: instant(createdAt + 1),
        });
        return record.seat;
      };
      const [early, late] = [await seatAt(5), await seatAt(50)];
      const claims = await Promise.all([stores.ownSeats.claim(early, one), stores.ownSeats.claim(early, other)]);
      expect(claims).toEqual([true, false]);
      expect(await stores.ownSeats.claim(early, one)).toBe(true);
      expect(await stores.ownSeats.seatIn(workshop, other)).toBeNull();
      await stores.ownSeats.claim(late, one);
      stores = await reopen(stores);
      expect(await stores.ownSeats.seatIn(workshop, one)).toBe(late);
      expect(await stores.ownSeats.seatIn(fresh<WorkshopId>(), one)).toBeNull();
      expect(await stores.ownSeats.seatsOf(one)).toEqual([
        { seat: late, workshop },
        { seat: early, workshop },
      ]);
      expect(await stores.ownSeats.seatsOf(other)).toEqual([]);
      await stores.close();
    });
  });

  describe('outbox store', () => {
    const letter = (more: Partial<OutboxRecord> = {}): OutboxRecord => ({
      id: fresh(),
      key: fresh(),
      to: 'a@example.org',
      language: 'en',
      template: 'signIn',
      letter: { subject: 'S', text: 'T', html: '<p>T</p>' },
      createdAt: instant(1000),
      nextAt: instant(1000),
      tried: 0,
      state: 'waiting',
      fault: null,
      sentAt: null,
      ...more,
    });

    test('given letters that are due, when two ask at once, then each gets another; none twice, none too early', async () => {
      const stores = await open();
      const [first, second, later, held] = [
        letter(),
        letter({ nextAt: instant(1500) }),
        letter({ nextAt: instant(9000) }),
        letter({ state: 'held', nextAt: instant(1) }),
      ];
      for (const each of [later, second, held, first]) await stores.outbox.add(each);
      expect(await stores.outbox.nextDue()).toBe(1000);
      const claimed = await Promise.all([1, 2, 3].map(() => stores.outbox.claim(instant(2000))));
      expect(new Set(claimed.map((one) => one?.id))).toEqual(new Set([first.id, second.id, undefined]));
      expect(await stores.outbox.find(first.id)).toMatchObject({ state: 'sending' });
      expect(await stores.outbox.nextDue()).toBe(9000);
      await stores.close();
    });

    test('given letters under way when the process died, then they have failed and do not go out by themselves; sent again, they wait anew', async () => {
      let stores = await open();
      const [one, sent] = [letter({ nextAt: instant(1) }), letter({ nextAt: instant(2) })];
      for (const each of [one, sent]) await stores.outbox.add(each);
      await stores.outbox.claim(instant(1));
      await stores.outbox.claim(instant(2));
      const plain = { tried: 1, nextAt: instant(2), fault: null };
      await stores.outbox.mark(sent.id, {
        ...plain,
        state: 'sent',
        sentAt: instant(3),
        letter: { ...sent.letter, text: 'without secrets' },
      });
      stores = await reopen(stores);
      expect(await stores.outbox.failInterrupted('interrupted', instant(10_000_000))).toBeGreaterThanOrEqual(1);
      expect(await stores.outbox.find(one.id)).toMatchObject({ state: 'failed', fault: 'interrupted' });
      expect(await stores.outbox.find(sent.id)).toMatchObject({
        state: 'sent',
        sentAt: 3,
        letter: { text: 'without secrets' },
      });
      expect(await stores.outbox.sendAgain(sent.id, instant(50))).toBe(false);
      expect(await stores.outbox.sendAgain(one.id, instant(50))).toBe(true);
      expect(await stores.outbox.sendAgain(one.id, instant(50))).toBe(false);
      expect(await stores.outbox.find(one.id)).toMatchObject({ state: 'waiting', nextAt: 50, tried: 0, fault: null });
      await stores.close();
    });

    test('given old letters, when purged, then those that wait for nothing are gone and the others stay', async () => {
      const stores = await open();
      const old = { createdAt: instant(10), nextAt: instant(8_000_000_000_000) };
      const [waits, failed, held, young] = [
        letter(old),
        letter({ ...old, state: 'failed', fault: 'f' }),
        letter({ ...old, state: 'held' }),
        letter({ ...old, createdAt: instant(500), state: 'failed', fault: 'f' }),
      ];
      for (const each of [waits, failed, held, young]) await stores.outbox.add(each);
      expect(await stores.outbox.purge(instant(500))).toBe(2);
      expect(
        await Promise.all([waits, failed, held, young].map(async ({ id }) => (await stores.outbox.find(id)) !== null)),
      ).toEqual([true, false, false, true]);
      await stores.close();
    });
  });
});
