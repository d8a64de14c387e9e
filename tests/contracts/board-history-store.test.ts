// What every store of the board's history must do, over both engines. Bodies are any bytes.
import { expect, test } from 'vitest';
import { id, instant, type FileId, type SeatId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { entry, fresh, onBothEngines, summary } from './stores.ts';

const version = (fragment: string, at: number, body: number, seats: readonly string[] = []) => ({
  fragment,
  at: instant(at),
  seats: seats.map((seat) => id<SeatId>(seat)),
  files: [],
  body: Uint8Array.of(0, 255, body),
});

onBothEngines('board history store', ({ open, reopen }) => {
  test('given versions of two sections, when a time is asked for, then each stands as it last was by then', async () => {
    let stores = await open();
    const [document, other] = [fresh<string>(), fresh<string>()];
    await stores.boardHistory.keep(document, [version('one', 10, 1, ['ann']), version('two', 10, 2)]);
    await stores.boardHistory.keep(document, [version('one', 20, 3, ['bo', 'ann'])]);
    await stores.boardHistory.keep(document, [version('one', 20, 4)]);
    await stores.boardHistory.keep(other, [version('one', 15, 9)]);
    stores = await reopen(stores);
    expect(await stores.boardHistory.list(document)).toEqual([
      { fragment: 'one', at: 10, seats: ['ann'] },
      { fragment: 'two', at: 10, seats: [] },
      { fragment: 'one', at: 20, seats: ['bo', 'ann'] },
    ]);
    const asOf = async (at: number) =>
      (await stores.boardHistory.asOf(document, instant(at)))
        .map(({ fragment, at: when, body }) => [fragment, when, ...body])
        .toSorted(([one], [other]) => String(one).localeCompare(String(other)));
    expect(await asOf(9)).toEqual([]);
    expect(await asOf(19)).toEqual([
      ['one', 10, 0, 255, 1],
      ['two', 10, 0, 255, 2],
    ]);
    expect(await asOf(20)).toEqual([
      ['one', 20, 0, 255, 3],
      ['two', 10, 0, 255, 2],
    ]);
    await stores.close();
  });

  test('given more versions than a section keeps, then the first and the newest stand and what is older is thinner', async () => {
    const stores = await open();
    const document = fresh<string>();
    const all = Array.from({ length: 201 }, (_, at) => version('one', at + 1, at % 200));
    await stores.boardHistory.keep(document, [...all, version('two', 1, 7)]);
    const left = (await stores.boardHistory.list(document)).filter(({ fragment }) => fragment === 'one');
    expect(left.length).toBe(151);
    expect([left[0]?.at, left[1]?.at, left.at(-1)?.at]).toEqual([1, 3, 201]);
    expect(left.slice(-100).map(({ at }) => Number(at))).toEqual(Array.from({ length: 100 }, (_, at) => at + 102));
    await stores.close();
  });

  test('given a picture that only a version names, when unmentioned pictures are looked for, then it is none of them', async () => {
    const stores = await open();
    const workshop = fresh<WorkshopId>();
    await stores.facts.create(summary(workshop), [entry(1)]);
    const [named, forgotten] = [fresh<FileId>(), fresh<FileId>()];
    for (const picture of [named, forgotten]) {
      await stores.fileRecords.add({
        id: picture,
        workshop,
        mediaType: 'image/webp',
        width: 1,
        height: 1,
        bytes: 1,
        uploadedBy: null,
        at: instant(1),
      });
    }
    await stores.boardHistory.keep(`${workshop}/board`, [{ ...version('one', 1, 1), files: ['f0', named] }]);
    const left = (await stores.fileRecords.unmentioned(instant(2))).filter((one) => one.workshop === workshop);
    expect(left.map((picture) => picture.id)).toEqual([forgotten]);
    await stores.close();
  });
});
