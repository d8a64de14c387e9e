// What every store of facts must do, over both engines.
import { expect, test } from 'vitest';
import type { CommandId, WorkshopId } from '../../shared/kernel/ids.ts';
import { entry, fresh, onBothEngines, summary } from './stores.ts';

onBothEngines('fact store', ({ open, reopen }) => {
  test('given a workshop is created, when the store is opened again, then summary and entries are as they were', async () => {
    let stores = await open();
    const workshop = fresh<WorkshopId>();
    const nasty = entry(1, [{ type: 'brief/revised', brief: { title: { 'zh-Hans': '“引号” \\ 🌏', en: "'; --" } } }]);
    await stores.facts.create(summary(workshop), [nasty, entry(2)]);
    stores = await reopen(stores);
    const loaded = await stores.facts.load(workshop);
    expect(loaded?.summary).toEqual(summary(workshop));
    expect(loaded?.entries[0]).toEqual(nasty);
    expect(loaded?.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    await stores.close();
  });

  test('given an unknown workshop, when it is loaded, then null', async () => {
    const stores = await open();
    expect(await stores.facts.load(fresh<WorkshopId>())).toBeNull();
    await stores.close();
  });

  test('given entries are appended, when it is loaded, then they stand in order and the summary is the latest', async () => {
    const stores = await open();
    const workshop = fresh<WorkshopId>();
    await stores.facts.create(summary(workshop), [entry(1)]);
    await stores.facts.append(workshop, [entry(2), entry(3)], summary(workshop, { phase: 'live' }));
    const loaded = await stores.facts.load(workshop);
    expect(loaded?.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(loaded?.summary.phase).toBe('live');
    await stores.close();
  });

  test('given a seq is taken, when it is appended again, then store/conflict and nothing changed', async () => {
    const stores = await open();
    const workshop = fresh<WorkshopId>();
    await stores.facts.create(summary(workshop), [entry(1)]);
    await expect(
      stores.facts.append(workshop, [entry(2), entry(1)], summary(workshop, { phase: 'ended' })),
    ).rejects.toMatchObject({ code: 'store/conflict' });
    const loaded = await stores.facts.load(workshop);
    expect(loaded?.entries).toHaveLength(1);
    expect(loaded?.summary.phase).toBe('scheduled');
    await stores.close();
  });

  test('given a ballot box, when ballots are added and it is emptied, then it holds their sums and goes, with the entries or not at all', async () => {
    let stores = await open();
    const workshop = fresh<WorkshopId>();
    const poll = fresh<CommandId>();
    const add = { kind: 'add', poll, counts: [1, 0, 1] } as const;
    await stores.facts.create(summary(workshop), [entry(1)]);
    expect(await stores.facts.box(workshop, poll)).toEqual([]);
    await stores.facts.append(workshop, [entry(2)], summary(workshop), add);
    await stores.facts.append(workshop, [entry(3)], summary(workshop), add);
    await expect(stores.facts.append(workshop, [entry(3)], summary(workshop), add)).rejects.toMatchObject({
      code: 'store/conflict',
    });
    stores = await reopen(stores);
    expect(await stores.facts.box(workshop, poll)).toEqual([2, 0, 2]);
    await stores.facts.append(workshop, [entry(4)], summary(workshop), { kind: 'empty', poll });
    expect(await stores.facts.box(workshop, poll)).toEqual([]);
    await stores.close();
  });

  test('given a cause is taken, when another entry carries it, then store/conflict: one command is written once', async () => {
    const stores = await open();
    const workshop = fresh<WorkshopId>();
    const first = entry(1);
    await stores.facts.create(summary(workshop), [first]);
    await expect(
      stores.facts.append(workshop, [{ ...entry(2), cause: first.cause }], summary(workshop)),
    ).rejects.toMatchObject({ code: 'store/conflict' });
    await stores.close();
  });

  test('given writes of one tick to several workshops, when one of them conflicts, then it fails alone', async () => {
    const stores = await open();
    const [good, bad] = [fresh<WorkshopId>(), fresh<WorkshopId>()];
    await stores.facts.create(summary(good), [entry(1)]);
    await stores.facts.create(summary(bad), [entry(1)]);
    const outcomes = await Promise.allSettled([
      stores.facts.append(good, [entry(2)], summary(good)),
      stores.facts.append(bad, [entry(1)], summary(bad)),
      stores.facts.append(good, [entry(3)], summary(good)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await stores.facts.load(good))?.entries).toHaveLength(3);
    expect((await stores.facts.load(bad))?.entries).toHaveLength(1);
    await stores.close();
  });

  test('given a long imported log, when it is created, then all of it is there', async () => {
    const stores = await open();
    const workshop = fresh<WorkshopId>();
    await stores.facts.create(
      summary(workshop),
      Array.from({ length: 2500 }, (_, i) => entry(i + 1)),
    );
    expect((await stores.facts.load(workshop))?.entries).toHaveLength(2500);
    await stores.close();
  });

  test('given entries that hold a __proto__ key, when they are read, then no prototype is changed', async () => {
    const stores = await open();
    const workshop = fresh<WorkshopId>();
    const event = JSON.parse('{"type":"session/begun","__proto__":{"polluted":true}}');
    await stores.facts.create(summary(workshop), [entry(1, [event])]);
    const read = (await stores.facts.load(workshop))?.entries[0]?.events[0];
    expect(read && 'polluted' in read).toBe(false);
    expect('polluted' in {}).toBe(false);
    await stores.close();
  });

  test('given several workshops, when they are listed, then the newest stands first', async () => {
    const stores = await open();
    const [older, newer] = [fresh<WorkshopId>(), fresh<WorkshopId>()];
    await stores.facts.create(summary(older, { createdAt: summary(older).createdAt }), [entry(1)]);
    const later = summary(newer, { createdAt: (summary(older).createdAt + 5) as never });
    await stores.facts.create(later, [entry(1)]);
    const listed = (await stores.facts.list()).map(({ id }) => id).filter((one) => one === older || one === newer);
    expect(listed).toEqual([newer, older]);
    await stores.close();
  });

  test('given entries that others take something out of, when appended, then both are so or neither', async () => {
    const stores = await open();
    const workshop = fresh<WorkshopId>();
    const [first, second] = [entry(1, [{ type: 'lobby/told', text: 'Soon' }]), entry(2)];
    await stores.facts.create(summary(workshop), [first, second]);
    const emptied = { ...first, events: [] };
    await expect(
      stores.facts.append(workshop, [entry(2)], summary(workshop), undefined, [emptied]),
    ).rejects.toMatchObject({ code: 'store/conflict' });
    expect((await stores.facts.load(workshop))?.entries[0]).toEqual(first);
    const third = entry(3, [{ type: 'desk/forgotten' }]);
    await stores.facts.append(workshop, [third], summary(workshop), undefined, [emptied]);
    expect((await stores.facts.load(workshop))?.entries).toEqual([emptied, second, third]);
    await stores.close();
  });
});
