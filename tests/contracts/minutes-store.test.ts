// What every store of the versions of minutes must do, over both engines.
import { expect, test } from 'vitest';
import type { MinutesVersion } from '../../server/ports/minutes.ts';
import { instant, type WorkshopId } from '../../shared/kernel/ids.ts';
import { fresh, onBothEngines } from './stores.ts';

onBothEngines('stores of the versions of minutes', ({ open, reopen }) => {
  test('given versions, when the store is opened again, then they are there in order; what was kept once of an entry stays', async () => {
    let stores = await open();
    const workshop = fresh<WorkshopId>();
    const version = (seq: number, phase: MinutesVersion['phase']): MinutesVersion => ({
      workshop,
      seq,
      at: instant(1_800_000_000_000 + seq),
      phase,
      board: { blocks: [] },
    });
    await stores.minutesVersions.keep(version(9, 'approved'));
    await stores.minutesVersions.keep(version(4, 'review'));
    await stores.minutesVersions.keep(version(4, 'approved'));
    stores = await reopen(stores);
    expect(await stores.minutesVersions.of(workshop)).toEqual([version(4, 'review'), version(9, 'approved')]);
    expect(await stores.minutesVersions.of(fresh())).toEqual([]);
    await stores.close();
  });
});
