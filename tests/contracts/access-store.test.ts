// What every store of links and seats must do, over both engines.
import { expect, test } from 'vitest';
import type { Stores } from '../../server/storage/stores.ts';
import type { LinkRecord, SeatRecord } from '../../server/ports/access.ts';
import { instant, type AccountId, type PersonId, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { entry, fresh, onBothEngines, summary } from './stores.ts';

const workshopIn = async ({ facts }: Stores): Promise<WorkshopId> => {
  const workshop = fresh<WorkshopId>();
  await facts.create(summary(workshop), [entry(1)]);
  return workshop;
};

const linkIn = (workshop: WorkshopId, more: Partial<LinkRecord> = {}): LinkRecord => ({
  id: fresh<string>(),
  workshop,
  role: 'speaker',
  secretHash: fresh<string>(),
  createdAt: instant(5),
  revokedAt: null,
  label: '',
  person: null,
  expiresAt: null,
  once: false,
  uses: 0,
  usedAt: null,
  ...more,
});

const seatIn = (workshop: WorkshopId, more: Partial<SeatRecord> = {}): SeatRecord => ({
  seat: fresh<SeatId>(),
  workshop,
  link: 'l',
  tokenHash: fresh<string>(),
  createdAt: instant(5),
  account: null,
  browserHash: null,
  ...more,
});

onBothEngines('access store', ({ open, reopen }) => {
  test('given a link, when its hash is looked up, then it is found in its own workshop only', async () => {
    let stores = await open();
    const [workshop, other] = [await workshopIn(stores), await workshopIn(stores)];
    const link = linkIn(workshop, { label: 'Press', person: 'p1' as PersonId, expiresAt: instant(9), once: true });
    await stores.access.addLink(link);
    stores = await reopen(stores);
    expect(await stores.access.findLink(workshop, link.secretHash)).toEqual(link);
    expect(await stores.access.findLink(other, link.secretHash)).toBeNull();
    await stores.close();
  });

  test('given a link, when it is revoked twice, then the first time tells and stays', async () => {
    const stores = await open();
    const workshop = await workshopIn(stores);
    const { id: link, secretHash, ...rest } = linkIn(workshop);
    await stores.access.addLink({ id: link, secretHash, ...rest });
    expect(await stores.access.revokeLink(workshop, link, instant(7))).toBe(true);
    expect(await stores.access.revokeLink(workshop, link, instant(9))).toBe(false);
    expect((await stores.access.findLink(workshop, secretHash))?.revokedAt).toBe(7);
    await stores.close();
  });

  test('given a seat, when its token is looked up, then it is found, and another token is not', async () => {
    let stores = await open();
    const workshop = await workshopIn(stores);
    const seat = {
      seat: fresh<SeatId>(),
      workshop,
      link: 'l',
      tokenHash: fresh<string>(),
      createdAt: instant(1_800_000_000_009),
      account: null,
      browserHash: 'b',
    };
    await stores.access.addSeat(seat);
    stores = await reopen(stores);
    expect(await stores.access.findSeat(seat.tokenHash)).toEqual(seat);
    expect(await stores.access.findSeat(fresh<string>())).toBeNull();
    await stores.close();
  });

  test('given a link for once, when used twice, then the second time tells so, until a use is taken back', async () => {
    const stores = await open();
    const workshop = await workshopIn(stores);
    const [once, ever] = [linkIn(workshop, { once: true }), linkIn(workshop)];
    for (const link of [once, ever]) await stores.access.addLink(link);
    const uses = (link: string) => Promise.all([1, 2].map((at) => stores.access.useLink(link, instant(at))));
    expect((await uses(once.id)).filter(Boolean)).toEqual([true]);
    expect(await uses(ever.id)).toEqual([true, true]);
    await stores.access.unuseLink(once.id);
    expect(await stores.access.useLink(once.id, instant(7))).toBe(true);
    expect((await stores.access.links(workshop)).map(({ uses: n, usedAt }) => [n, usedAt])).toEqual(
      once.id < ever.id
        ? [
            [1, 7],
            [2, 2],
          ]
        : [
            [2, 2],
            [1, 7],
          ],
    );
    await stores.close();
  });

  test('given a link, when its secret is replaced, then only the new one finds it; a revoked one is neither listed nor replaced', async () => {
    const stores = await open();
    const workshop = await workshopIn(stores);
    const link = linkIn(workshop);
    await stores.access.addLink(link);
    const secretHash = fresh<string>();
    expect(await stores.access.replaceSecret(await workshopIn(stores), link.id, secretHash)).toBe(false);
    expect(await stores.access.replaceSecret(workshop, link.id, secretHash)).toBe(true);
    expect(await stores.access.findLink(workshop, link.secretHash)).toBeNull();
    expect(await stores.access.findLink(workshop, secretHash)).toEqual({ ...link, secretHash });
    await stores.access.revokeLink(workshop, link.id, instant(9));
    expect(await stores.access.links(workshop)).toEqual([]);
    expect(await stores.access.replaceSecret(workshop, link.id, fresh<string>())).toBe(false);
    await stores.close();
  });

  test('given seats with keys, when asked what they share, then by browser, account or link, in their workshop only', async () => {
    const stores = await open();
    const [workshop, other] = [await workshopIn(stores), await workshopIn(stores)];
    const account = fresh<AccountId>();
    const one = seatIn(workshop, { browserHash: 'b1', link: 'l1' });
    const two = seatIn(workshop, { account, link: 'l2', createdAt: instant(6) });
    const far = seatIn(other, { account, browserHash: 'b1', link: 'l1' });
    for (const seat of [one, two, far]) await stores.access.addSeat(seat);
    const tokenHash = fresh<string>();
    await stores.access.addKey(two.seat, { tokenHash, browserHash: 'b2', createdAt: instant(7) });
    expect((await stores.access.findSeat(tokenHash))?.seat).toBe(two.seat);
    const sharing = async (browsers: string[], by: AccountId | null, link: string | null) =>
      (await stores.access.sharing(workshop, { browsers, account: by, link })).map(({ seat }) => seat);
    expect(await sharing(['b1'], null, null)).toEqual([one.seat]);
    expect(await sharing(['b2'], null, null)).toEqual([two.seat]);
    expect(await sharing(['b1', 'b2'], account, 'l1')).toEqual([one.seat, two.seat]);
    expect(await sharing([], null, null)).toEqual([]);
    expect(await stores.access.traits(workshop, [two.seat, far.seat])).toEqual([
      { seat: two.seat, link: 'l2', account, browsers: ['b2'] },
    ]);
    await stores.close();
  });

  test('given two ask at once for a secret, when it is made, then both get the same, also later', async () => {
    let stores = await open();
    const name = fresh<string>();
    const [one, two] = await Promise.all([
      stores.access.installationSecret(name, () => 'first'),
      stores.access.installationSecret(name, () => 'second'),
    ]);
    expect(one).toBe(two);
    stores = await reopen(stores);
    expect(await stores.access.installationSecret(name, () => 'third')).toBe(one);
    await stores.close();
  });
});
