// What every store of prose must do, over both engines. Bodies are any bytes: the store does not know Yjs.
import { expect, test } from 'vitest';
import { instant } from '../../shared/kernel/ids.ts';
import { fresh, onBothEngines } from './stores.ts';

const body = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);
const update = (...bytes: readonly number[]) => ({ body: body(...bytes), seat: null, at: instant(1_800_000_000_000) });

onBothEngines('prose store', ({ open, reopen }) => {
  test('given an unknown document, when it is loaded, then it is empty', async () => {
    const { prose, close } = await open();
    expect(await prose.load(fresh<string>())).toEqual({ snapshot: null, updates: [], last: 0 });
    await close();
  });

  test('given updates are appended, when the store is opened again, then their bytes stand in order', async () => {
    let stores = await open();
    const document = fresh<string>();
    expect(await stores.prose.append(document, [update(0, 255, 1), update(7)])).toBe(2);
    expect(await stores.prose.append(document, [update(9)])).toBe(3);
    stores = await reopen(stores);
    const stored = await stores.prose.load(document);
    expect(stored.updates).toEqual([body(0, 255, 1), body(7), body(9)]);
    expect(stored.updates.every((one) => one instanceof Uint8Array)).toBe(true);
    expect(stored.last).toBe(3);
    await stores.close();
  });

  test('given updates came after a snapshot was taken, when it is compacted, then they stay and numbers go on', async () => {
    const { prose, close } = await open();
    const document = fresh<string>();
    await prose.append(document, [update(1), update(2), update(3)]);
    await prose.compact(document, 2, body(12));
    expect(await prose.load(document)).toEqual({ snapshot: body(12), updates: [body(3)], last: 3 });
    await prose.compact(document, 3, body(123));
    expect(await prose.load(document)).toEqual({ snapshot: body(123), updates: [], last: 3 });
    expect(await prose.append(document, [update(4)])).toBe(4);
    await close();
  });

  test('given a damaged document, when it is put aside, then the last good snapshot stands and writing goes on', async () => {
    const { prose, close } = await open();
    const document = fresh<string>();
    await prose.append(document, [update(1)]);
    await prose.compact(document, 1, body(10));
    await prose.append(document, [update(2)]);
    await prose.compact(document, 2, body(66));
    await prose.append(document, [update(3)]);
    expect(await prose.quarantine(document, 'unreadable', instant(5))).toEqual({
      snapshot: body(10),
      updates: [],
      last: 1,
    });
    await prose.append(document, [update(4)]);
    expect((await prose.load(document)).updates).toEqual([body(4)]);
    await close();
  });

  test('given a document without a snapshot, when it is put aside, then it is empty', async () => {
    const { prose, close } = await open();
    const document = fresh<string>();
    await prose.append(document, [update(1)]);
    expect(await prose.quarantine(document, 'unreadable', instant(5))).toEqual({
      snapshot: null,
      updates: [],
      last: 0,
    });
    await close();
  });

  test('given two documents, when one is written, then the other is as it was', async () => {
    const { prose, close } = await open();
    const [one, two] = [fresh<string>(), fresh<string>()];
    await Promise.all([prose.append(one, [update(1)]), prose.append(two, [update(2)]), prose.append(one, [update(3)])]);
    expect((await prose.load(one)).updates).toEqual([body(1), body(3)]);
    expect((await prose.load(two)).updates).toEqual([body(2)]);
    await close();
  });
});
