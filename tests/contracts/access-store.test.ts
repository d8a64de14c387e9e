// What every store of links and seats must do, over both engines.
import { expect, test } from 'vitest';
import type { Stores } from '../../server/storage/stores.ts';
import { instant, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { entry, fresh, onBothEngines, summary } from './stores.ts';

const workshopIn = async ({ facts }: Stores): Promise<WorkshopId> => {
  const workshop = fresh<WorkshopId>();
  await facts.create(summary(workshop), [entry(1)]);
  return workshop;
};

onBothEngines('access store', ({ open, reopen }) => {
  test('given a link, when its hash is looked up, then it is found in its own workshop only', async () => {
    let stores = await open();
    const [workshop, other] = [await workshopIn(stores), await workshopIn(stores)];
    const link = {
      id: fresh<string>(),
      workshop,
      role: 'speaker',
      secretHash: fresh<string>(),
      createdAt: instant(5),
      revokedAt: null,
    } as const;
    await stores.access.addLink(link);
    stores = await reopen(stores);
    expect(await stores.access.findLink(workshop, link.secretHash)).toEqual(link);
    expect(await stores.access.findLink(other, link.secretHash)).toBeNull();
    await stores.close();
  });

  test('given a link, when it is revoked twice, then the first time tells and stays', async () => {
    const stores = await open();
    const workshop = await workshopIn(stores);
    const [link, secretHash] = [fresh<string>(), fresh<string>()];
    await stores.access.addLink({
      id: link,
      workshop,
      role: 'chair',
      secretHash,
      createdAt: instant(5),
      revokedAt: null,
    });
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
    };
    await stores.access.addSeat(seat);
    stores = await reopen(stores);
    expect(await stores.access.findSeat(seat.tokenHash)).toEqual(seat);
    expect(await stores.access.findSeat(fresh<string>())).toBeNull();
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
