// What every store of invitations must do, over both engines; also when two servers ask one database at the same time.
import { expect, test } from 'vitest';
import type { Invitation, ReminderClaim, ToldCalendar } from '../../server/ports/invitations.ts';
import type { OutboxRecord } from '../../server/ports/mail.ts';
import { instant, type PersonId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { fresh, onBothEngines, summary } from './stores.ts';

const invitation = (workshop: WorkshopId, more: Partial<Invitation> = {}): Invitation => ({
  id: fresh(),
  workshop,
  person: null,
  name: 'Ida Berg',
  mail: 'ida@berg.example',
  role: 'speaker',
  language: 'zh-Hans',
  timeZone: null,
  link: fresh(),
  turn: 0,
  createdAt: instant(1_800_000_000_000),
  letter: null,
  answer: null,
  answeredAt: null,
  testedAt: null,
  revokedAt: null,
  ...more,
});

const calendar = (workshop: WorkshopId, more: Partial<ToldCalendar> = {}): ToldCalendar => ({
  workshop,
  sequence: 0,
  occasion: 0,
  startsAt: instant(1_800_000_000_000),
  endsAt: instant(1_800_000_600_000),
  timeZone: 'Asia/Shanghai',
  title: { en: 'Low-carbon cities' },
  cancelledAt: null,
  ...more,
});

const letter = (): OutboxRecord => ({
  id: fresh(),
  key: fresh(),
  to: 'ida@berg.example',
  language: 'en',
  template: 'invitation',
  letter: { subject: 's', text: 't', html: 'h' },
  createdAt: instant(1),
  nextAt: instant(4_000_000_000_000),
  tried: 0,
  state: 'held',
  fault: null,
  sentAt: null,
});

onBothEngines('store of invitations', ({ open, reopen }) => {
  test('given an address twice, when it is added, then it is one invitation with one letter, until that is withdrawn', async () => {
    let stores = await open();
    const workshop = fresh<WorkshopId>();
    const [first, second, other] = [
      invitation(workshop),
      invitation(workshop),
      invitation(workshop, { person: fresh<PersonId>() }),
    ];
    const letters = [first, second, other].map(({ id }) => ({ invitation: id, letter: letter() }));
    expect(await stores.invitations.add([first, second, other], calendar(workshop), letters)).toEqual([
      first.id,
      other.id,
    ]);
    expect(await Promise.all(letters.map(async (one) => (await stores.outbox.find(one.letter.id)) !== null))).toEqual([
      true,
      false,
      true,
    ]);
    expect(await stores.invitations.revoke(workshop, first.id, instant(5), null)).toBe(true);
    expect(await stores.invitations.revoke(workshop, first.id, instant(6), null)).toBe(false);
    expect(await stores.invitations.add([second], calendar(workshop, { sequence: 9 }), [])).toEqual([second.id]);
    stores = await reopen(stores);
    expect(await stores.invitations.calendar(workshop)).toEqual(calendar(workshop));
    expect(await stores.invitations.of(workshop)).toEqual(
      expect.arrayContaining([{ ...first, revokedAt: 5 }, second, other]),
    );
    expect(await stores.invitations.byLink(second.link)).toEqual(second);
    await stores.close();
  });

  test('given a reminder, when two claim it at once, then one of them writes its letter', async () => {
    const stores = await open();
    const workshop = fresh<WorkshopId>();
    const one = invitation(workshop);
    const claim: ReminderClaim = { workshop, invitation: one.id, kind: 'day', occasion: 0, at: instant(7) };
    const letters = [letter(), letter(), letter()];
    const won = await Promise.all(letters.map((each) => stores.invitations.claim(claim, each)));
    expect(won.filter(Boolean)).toHaveLength(1);
    const stored = await Promise.all(letters.map(({ id }) => stores.outbox.find(id)));
    expect(stored.map((each) => each !== null)).toEqual(won);
    expect(await stores.invitations.claims(workshop)).toEqual([claim]);
    expect(await stores.invitations.claim({ ...claim, occasion: 1 }, null)).toBe(true);
    await stores.close();
  });

  test('given a change, when two tell it, then one does, and its letters are the ones that stand', async () => {
    const stores = await open();
    const workshop = fresh<WorkshopId>();
    const one = invitation(workshop);
    await stores.invitations.add([one], calendar(workshop), []);
    const tellings = [10, 20].map((by) => ({
      to: calendar(workshop, { sequence: 1, startsAt: instant(by) }),
      letter: letter(),
    }));
    const won = await Promise.all(
      tellings.map(({ to, letter: each }) => stores.invitations.tell(0, to, [{ invitation: one.id, letter: each }])),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    const winner = tellings[won.indexOf(true)];
    expect(await stores.invitations.calendar(workshop)).toEqual(winner?.to);
    const [stored] = await stores.invitations.of(workshop);
    expect(stored?.letter).toBe(winner?.letter.key);
    expect(await stores.invitations.letterStates([winner?.letter.key ?? ''])).toEqual(
      new Map([[winner?.letter.key, 'held']]),
    );
    await stores.close();
  });

  test('given answers, places and tests, when read, then they stand; workshops long over are watched no more', async () => {
    const stores = await open();
    const [going, over] = [fresh<WorkshopId>(), fresh<WorkshopId>()];
    await stores.facts.create(summary(going), []);
    await stores.facts.create(summary(over, { phase: 'ended', endedAt: instant(100) }), []);
    const one = invitation(going);
    await stores.invitations.add([one, invitation(over)], null, []);
    await stores.invitations.answer(one.id, 'yes', instant(3));
    await stores.invitations.place(one.id, 'Europe/Berlin', 'en');
    await stores.invitations.tested(one.id, instant(4));
    const again = letter();
    await stores.invitations.sendAgain({ invitation: one.id, letter: again }, 2);
    const stands = {
      answer: 'yes',
      answeredAt: 3,
      timeZone: 'Europe/Berlin',
      language: 'en',
      testedAt: 4,
      turn: 2,
      letter: again.key,
    };
    expect(await stores.invitations.of(going)).toEqual([{ ...one, ...stands }]);
    const watched = async (after: number) =>
      (await stores.invitations.watched(instant(after))).map(({ id }) => id).filter((id) => [going, over].includes(id));
    expect((await watched(99)).toSorted()).toEqual([going, over].toSorted());
    expect(await watched(100)).toEqual([going]);
    await stores.close();
  });

  test('given a workshop long over or a name taken away, when purged or forgotten, then no address is kept', async () => {
    const stores = await open();
    const [over, going] = [fresh<WorkshopId>(), fresh<WorkshopId>()];
    await stores.facts.create(summary(over, { phase: 'ended', endedAt: instant(100) }), []);
    await stores.facts.create(summary(going), []);
    const person = fresh<PersonId>();
    const [old, theirs, others] = [invitation(over), invitation(going, { person }), invitation(going)];
    for (const one of [old, theirs, others]) await stores.invitations.add([one], null, []);
    const claim: ReminderClaim = { workshop: over, invitation: old.id, kind: 'day', occasion: 0, at: instant(7) };
    await stores.invitations.claim(claim, null);
    await stores.access.purge(instant(100));
    expect(await stores.invitations.of(over)).toEqual([old]);
    await stores.access.purge(instant(101));
    expect(await stores.invitations.of(over)).toEqual([]);
    expect(await stores.invitations.claims(over)).toEqual([]);
    await stores.access.forgetPerson(going, { person, seats: [], barred: [] }, instant(200));
    expect(await stores.invitations.of(going)).toEqual([others]);
    await stores.close();
  });
});
