// What every store of accounts, sessions, one-time secrets, organizations and letters must do, over both engines.
import { expect, test } from 'vitest';
import type { AccountRecord, Identity } from '../../server/ports/accounts.ts';
import type { OutboxRecord } from '../../server/ports/mail.ts';
import type { Stores } from '../../server/storage/stores.ts';
import { instant, type AccountId, type OwningOrganizationId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { entry, fresh, onBothEngines, summary } from './stores.ts';

const account = (more: Partial<AccountRecord> = {}): AccountRecord => ({
  id: fresh<AccountId>(),
  name: '王志高',
  language: 'zh-Hans',
  isAdministrator: false,
  createdAt: instant(1_800_000_000_001),
  closedAt: null,
  ...more,
});
const known = (one: AccountRecord, subject: string = fresh()): Identity => ({
  kind: 'email',
  subject,
  account: one.id,
  shown: `Shown ${subject}`,
  createdAt: one.createdAt,
});
const added = async ({ accounts }: Stores, more: Partial<AccountRecord> = {}) => {
  const one = account(more);
  const identity = known(one);
  await accounts.add(one, identity);
  return { one, identity };
};

onBothEngines('account store', ({ open, reopen }) => {
  test('given an account, when looked up by id and by address, then it is found, also after a restart; a taken address is a conflict', async () => {
    let stores = await open();
    const { one, identity } = await added(stores);
    stores = await reopen(stores);
    expect(await stores.accounts.find(one.id)).toEqual(one);
    expect(await stores.accounts.findByIdentity('email', identity.subject)).toEqual(one);
    expect(await stores.accounts.findByIdentity('openId', identity.subject)).toBeNull();
    expect(await stores.accounts.identitiesOf(one.id)).toEqual([identity]);
    const second = account();
    await expect(stores.accounts.add(second, known(second, identity.subject))).rejects.toMatchObject({
      code: 'store/conflict',
    });
    expect(await stores.accounts.find(second.id)).toBeNull();
    await stores.close();
  });

  test('given nobody manages the installation, when two claim it at once, then one does, and it keeps one', async () => {
    const stores = await open();
    const both = [account({ isAdministrator: true }), account({ isAdministrator: true })];
    const claims = await Promise.all(both.map((one) => stores.accounts.addFirstAdministrator(one, known(one))));
    expect(claims).toEqual([true, false]);
    const [first, other] = [both[0]?.id as AccountId, (await added(stores)).one.id];
    expect(await stores.accounts.setAdministrator(first, false)).toBe(false);
    expect(await stores.accounts.setAdministrator(other, true)).toBe(true);
    expect(await stores.accounts.setAdministrator(first, false)).toBe(true);
    expect((await stores.accounts.find(first))?.isAdministrator).toBe(false);
    expect((await stores.accounts.list()).find(({ id }) => id === other)).toMatchObject({ isAdministrator: true });
    await stores.close();
  });

  test('given an account with everything, when it is anonymized, then nothing of it is found but its id', async () => {
    const stores = await open();
    const { one, identity } = await added(stores);
    const tokenHash = fresh<string>();
    const at = instant(5);
    await stores.sessions.add({
      id: fresh(),
      account: one.id,
      tokenHash,
      way: 'mailLink',
      browser: 'B',
      createdAt: at,
      seenAt: at,
      expiresAt: instant(9),
    });
    await stores.accounts.anonymize(one.id, instant(77));
    expect(await stores.accounts.find(one.id)).toMatchObject({ name: '', closedAt: 77 });
    expect(await stores.accounts.findByIdentity('email', identity.subject)).toBeNull();
    expect(await stores.sessions.find(tokenHash)).toBeNull();
    expect((await stores.accounts.list()).map(({ id }) => id)).not.toContain(one.id);
    await stores.close();
  });

  test('given sessions, when one is ended or the others are, then only those are gone', async () => {
    const stores = await open();
    const { one } = await added(stores);
    const { one: stranger } = await added(stores);
    const make = async (owner: AccountRecord, id: string) => {
      const at = instant(1_800_000_000_000);
      const session = { id, account: owner.id, tokenHash: fresh<string>(), way: 'password', browser: 'B' } as const;
      await stores.sessions.add({ ...session, createdAt: at, seenAt: at, expiresAt: instant(at + 1000) });
      return session;
    };
    const [a, b, c, d] = [
      await make(one, fresh()),
      await make(one, fresh()),
      await make(one, fresh()),
      await make(stranger, fresh()),
    ];
    expect(await stores.sessions.end(stranger.id, a.id)).toBe(false);
    expect(await stores.sessions.end(one.id, a.id)).toBe(true);
    expect(await stores.sessions.find(a.tokenHash)).toBeNull();
    expect(await stores.sessions.endOthers(one.id, b.id)).toBe(1);
    expect(await stores.sessions.find(c.tokenHash)).toBeNull();
    await stores.sessions.touch(b.id, instant(1_800_000_000_500), instant(1_800_000_009_000));
    expect(await stores.sessions.find(b.tokenHash)).toMatchObject({ id: b.id, expiresAt: 1_800_000_009_000 });
    expect(await stores.sessions.find(d.tokenHash)).toMatchObject({ account: stranger.id });
    await stores.close();
  });

  test('given a one-time secret, when two take it at once, then one gets it; expired, of another kind or withdrawn it is none', async () => {
    const stores = await open();
    const issue = async (kind: 'signIn' | 'administrator' = 'signIn') => {
      const secretHash = fresh<string>();
      await stores.oneTime.add({
        secretHash,
        kind,
        account: null,
        body: '{"a":1}',
        createdAt: instant(100),
        expiresAt: instant(200),
      });
      return secretHash;
    };
    const hash = await issue();
    expect(await stores.oneTime.look('signIn', hash, instant(199))).toMatchObject({ body: '{"a":1}' });
    expect(await stores.oneTime.look('signIn', hash, instant(200))).toBeNull();
    expect(await stores.oneTime.take('administrator', hash, instant(150))).toBeNull();
    const taken = await Promise.all([1, 2].map(() => stores.oneTime.take('signIn', hash, instant(150))));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await stores.oneTime.look('signIn', hash, instant(150))).toBeNull();
    const withdrawn = await issue('administrator');
    await stores.oneTime.withdraw('administrator', null);
    expect(await stores.oneTime.take('administrator', withdrawn, instant(150))).toBeNull();
    await stores.close();
  });

  test('given an organization, when owners leave or step down, then one stays', async () => {
    const stores = await open();
    const { one: owner } = await added(stores);
    const { one: editor } = await added(stores);
    const organization = { id: fresh<OwningOrganizationId>(), name: { en: 'ISP' }, createdAt: instant(3) };
    await stores.organizations.add(organization, owner.id);
    expect(await stores.organizations.find(organization.id)).toEqual(organization);
    expect(await stores.organizations.setMember(organization.id, editor.id, 'editor', instant(4))).toBe(true);
    expect(await stores.organizations.setMember(organization.id, owner.id, 'editor', instant(4))).toBe(false);
    expect(await stores.organizations.removeMember(organization.id, owner.id)).toBe('lastOwner');
    expect(await stores.organizations.setMember(organization.id, editor.id, 'owner', instant(5))).toBe(true);
    expect(await stores.organizations.removeMember(organization.id, owner.id)).toBe('removed');
    expect(await stores.organizations.removeMember(organization.id, owner.id)).toBe('unknown');
    expect(await stores.organizations.membershipsOf(owner.id)).toEqual([]);
    expect(await stores.organizations.members(organization.id)).toMatchObject([
      { account: editor.id, role: 'owner', since: 4 },
    ]);
    await stores.close();
  });

  test('given an invitation, when a second is sent and one is accepted twice, then the last sent works, once', async () => {
    const stores = await open();
    const { one: owner } = await added(stores);
    const { one: guest } = await added(stores);
    const organization = { id: fresh<OwningOrganizationId>(), name: { en: 'ISP' }, createdAt: instant(3) };
    await stores.organizations.add(organization, owner.id);
    const invite = async () => {
      const invitation = {
        id: fresh<string>(),
        organization: organization.id,
        email: 'a@example.org',
        role: 'organizer' as const,
        secretHash: fresh<string>(),
        invitedBy: owner.id,
        createdAt: instant(5),
        expiresAt: instant(50),
      };
      await stores.organizations.invite(invitation);
      return invitation;
    };
    const [first, second] = [await invite(), await invite()];
    expect(await stores.organizations.findInvitation(first.secretHash, instant(6))).toBeNull();
    expect(await stores.organizations.findInvitation(second.secretHash, instant(6))).toEqual(second);
    expect(await stores.organizations.findInvitation(second.secretHash, instant(50))).toBeNull();
    expect(await stores.organizations.acceptInvitation(second.id, guest.id, instant(7))).toBe(true);
    expect(await stores.organizations.acceptInvitation(second.id, guest.id, instant(7))).toBe(false);
    expect(await stores.organizations.membershipsOf(guest.id)).toEqual([{ organization, role: 'organizer' }]);
    const third = await invite();
    expect(await stores.organizations.acceptInvitation(third.id, owner.id, instant(8))).toBe(true);
    expect(await stores.organizations.membershipsOf(owner.id)).toMatchObject([{ role: 'owner' }]);
    await stores.close();
  });

  test('given a workshop with an owner, when its log goes on, then it is still whose it was', async () => {
    let stores = await open();
    const { one } = await added(stores);
    const organization = fresh<OwningOrganizationId>();
    const [owned, free] = [fresh<WorkshopId>(), fresh<WorkshopId>()];
    await stores.facts.create(summary(owned), [entry(1)], { organization, account: one.id });
    await stores.facts.create(summary(free), [entry(1)]);
    await stores.facts.append(owned, [entry(2)], summary(owned));
    stores = await reopen(stores);
    expect(await stores.organizations.ownerOf(owned)).toEqual({ organization, account: one.id });
    expect(await stores.organizations.ownerOf(free)).toEqual({ organization: null, account: null });
    expect(await stores.organizations.ownerOf(fresh<WorkshopId>())).toBeNull();
    expect(await stores.organizations.workshopsOf([organization])).toEqual([owned]);
    await stores.close();
  });

  test('given a letter, when one with the same key comes again, then it is not stored; both are read back whole', async () => {
    let stores = await open();
    const letter: OutboxRecord = {
      id: fresh(),
      key: fresh(),
      to: 'a@example.org',
      language: 'en',
      template: 'signIn',
      letter: { subject: '登录', text: 'T', html: '<p>T</p>', calendar: { method: 'REQUEST', ics: 'BEGIN' } },
      createdAt: instant(8_000_000_000_000),
      nextAt: instant(8_000_000_000_000),
      tried: 0,
      state: 'waiting',
      fault: null,
      sentAt: null,
    };
    expect(await stores.outbox.add(letter)).toBe(true);
    expect(await stores.outbox.add({ ...letter, id: fresh(), to: 'b@example.org' })).toBe(false);
    stores = await reopen(stores);
    expect(await stores.outbox.find(letter.id)).toEqual(letter);
    expect((await stores.outbox.list({ limit: 5 }))[0]).toEqual(letter);
    expect(await stores.outbox.list({ limit: 5, before: instant(1) })).toEqual([]);
    await stores.close();
  });
});
