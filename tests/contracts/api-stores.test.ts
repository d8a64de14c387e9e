// What the stores of tokens and webhooks must do, over both engines.
import { describe, expect, test } from 'vitest';
import type { Happening, TokenRecord, WebhookRecord } from '../../server/ports/api.ts';
import type { Stores } from '../../server/storage/stores.ts';
import { instant, type AccountId, type OwningOrganizationId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { fresh, onBothEngines } from './stores.ts';

const T = 1_800_000_000_000;

const houseIn = async ({ accounts, organizations }: Stores) => {
  const [account, organization, createdAt] = [fresh<AccountId>(), fresh<OwningOrganizationId>(), instant(T)];
  await accounts.add(
    { id: account, name: 'Ann', language: 'en', isAdministrator: false, createdAt, closedAt: null },
    { kind: 'email', subject: fresh(), account, shown: 'a@example.org', createdAt },
  );
  await organizations.add({ id: organization, name: { en: 'The House' }, createdAt }, account);
  return { account, organization };
};

const hook = (organization: OwningOrganizationId, more: Partial<WebhookRecord> = {}): WebhookRecord => ({
  id: fresh(),
  organization,
  url: 'https://hooks.example.org/',
  secret: 'whsec_x',
  hears: ['workshop.started', 'workshop.ended'],
  createdAt: instant(T),
  ...more,
});

const happened = (more: Partial<Happening> = {}): Happening => ({
  id: fresh(),
  kind: 'workshop.ended',
  at: instant(T + 10),
  body: '{"名":1}',
  ...more,
});

onBothEngines('stores of programs', ({ open, reopen }) => {
  test('given a token, when looked up after a restart, then it is whole; withdrawn by another organization it stays', async () => {
    let stores = await open();
    const { account, organization } = await houseIn(stores);
    const other = await houseIn(stores);
    const token: TokenRecord = {
      id: fresh(),
      organization,
      account,
      name: '日历',
      tokenHash: fresh(),
      scopes: ['workshops.read', 'updates.edit'],
      createdAt: instant(T),
      expiresAt: instant(T + 5),
      usedAt: null,
    };
    await stores.tokens.add(token);
    stores = await reopen(stores);
    expect(await stores.tokens.find(token.tokenHash)).toEqual(token);
    await stores.tokens.touch(token.id, instant(T + 3));
    expect(await stores.tokens.list(organization)).toEqual([{ ...token, usedAt: T + 3 }]);
    expect(await stores.tokens.list(other.organization)).toEqual([]);
    expect(await stores.tokens.remove(other.organization, token.id)).toBe(false);
    expect(await stores.tokens.remove(organization, token.id)).toBe(true);
    expect(await stores.tokens.find(token.tokenHash)).toBeNull();
    await stores.close();
  });

  describe('webhooks', () => {
    test('given what happened, when told twice, then each hook that hears of it and was there has it once', async () => {
      const stores = await open();
      const { webhooks } = stores;
      const { organization } = await houseIn(stores);
      const hears = hook(organization);
      await webhooks.add(hears);
      await webhooks.add(hook(organization, { hears: ['item.began'] }));
      await webhooks.add(hook(organization, { createdAt: instant(T + 11) }));
      await webhooks.add(hook((await houseIn(stores)).organization));
      const one = happened();
      expect(await webhooks.tell(organization, [one, happened({ kind: 'update.published' })], instant(T + 20))).toBe(1);
      expect(await webhooks.tell(organization, [one], instant(T + 30))).toBe(0);
      expect(await webhooks.deliveries(organization, hears.id)).toMatchObject([
        { happening: one.id, body: one.body, state: 'waiting', tried: 0, nextAt: T + 20, createdAt: T + 10 },
      ]);
      await stores.close();
    });

    test('given one that is due, when two ask at once, then one gets it; after a restart it is there again', async () => {
      let stores = await open();
      const { organization } = await houseIn(stores);
      const one = hook(organization);
      await stores.webhooks.add(one);
      const what = happened();
      await stores.webhooks.tell(organization, [what], instant(T + 20));
      expect(await stores.webhooks.claim(instant(T + 19))).toBeNull();
      const claimed = await Promise.all([
        stores.webhooks.claim(instant(T + 20)),
        stores.webhooks.claim(instant(T + 20)),
      ]);
      const got = claimed.filter((each) => each !== null && each.happening === what.id);
      expect(got).toMatchObject([{ url: one.url, secret: one.secret, state: 'sending' }]);
      const id = got[0]?.id ?? '';
      expect(await stores.webhooks.replay(organization, id, instant(T + 21))).toBe(false);
      stores = await reopen(stores);
      expect(await stores.webhooks.wakeInterrupted(instant(T + 30))).toBeGreaterThanOrEqual(1);
      expect(await stores.webhooks.nextDue()).not.toBeNull();
      await stores.webhooks.mark(id, {
        state: 'failed',
        tried: 3,
        nextAt: instant(T + 40),
        deliveredAt: null,
        answer: '500',
      });
      expect(await stores.webhooks.deliveries(organization, one.id)).toMatchObject([
        { state: 'failed', answer: '500' },
      ]);
      expect(await stores.webhooks.replay((await houseIn(stores)).organization, id, instant(T + 50))).toBe(false);
      expect(await stores.webhooks.replay(organization, id, instant(T + 50))).toBe(true);
      expect(await stores.webhooks.deliveries(organization, one.id)).toMatchObject([{ state: 'waiting', tried: 0 }]);
      expect(await stores.webhooks.remove(organization, one.id)).toBe(true);
      expect(await stores.webhooks.list(organization)).toEqual([]);
      await stores.close();
    });

    test('given how far a workshop was told, when asked after a restart, then it is remembered; old deliveries go', async () => {
      let stores = await open();
      const workshop = fresh<WorkshopId>();
      expect(await stores.webhooks.toldUpTo(workshop)).toBe(0);
      await stores.webhooks.setToldUpTo(workshop, 4);
      await stores.webhooks.setToldUpTo(workshop, 9);
      stores = await reopen(stores);
      expect(await stores.webhooks.toldUpTo(workshop)).toBe(9);
      const { organization } = await houseIn(stores);
      const one = hook(organization);
      await stores.webhooks.add(one);
      await stores.webhooks.tell(organization, [happened()], instant(T + 20));
      await stores.webhooks.purge(instant(T + 99));
      const [waiting] = await stores.webhooks.deliveries(organization, one.id);
      expect(waiting?.state).toBe('waiting');
      const done = {
        state: 'delivered',
        tried: 1,
        nextAt: instant(0),
        deliveredAt: instant(T + 21),
        answer: '204',
      } as const;
      await stores.webhooks.mark(waiting?.id ?? '', done);
      await stores.webhooks.purge(instant(T + 10));
      expect(await stores.webhooks.deliveries(organization, one.id)).toHaveLength(1);
      expect(await stores.webhooks.purge(instant(T + 11))).toBeGreaterThanOrEqual(1);
      expect(await stores.webhooks.deliveries(organization, one.id)).toEqual([]);
      await stores.close();
    });
  });
});
