// What every audit store must do, over both engines.
import { expect, test } from 'vitest';
import { id, instant, type OwningOrganizationId, type WorkshopId } from '../../shared/kernel/ids.ts';
import type { AuditRecord } from '../../server/ports/audit.ts';
import { fresh, onBothEngines } from './stores.ts';

const record = (at: number, more: Partial<AuditRecord> = {}): AuditRecord => ({
  id: fresh(),
  at: instant(at),
  door: 'http',
  action: 'POST /api/workshops/:id/links',
  outcome: 'done',
  ...more,
});

onBothEngines('audit store', ({ open, reopen }) => {
  test('given records, when read, then newest first, page by page, each whole', async () => {
    let stores = await open();
    const workshop = fresh<WorkshopId>();
    const records = [1, 2, 2, 3].map((at) => record(at, { workshop, code: 'a/b', target: 't', request: fresh() }));
    await stores.audit.append(records);
    stores = await reopen(stores);
    const first = await stores.audit.read({ workshop, limit: 2 });
    const last = first.at(-1);
    const second = await stores.audit.read({ workshop, limit: 9, ...(last && { before: last }) });
    const expected = records.toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    expect([...first, ...second]).toEqual(expected);
    await stores.close();
  });

  test('given filters, when read, then only what fits all of them; a prefix is taken as it is written', async () => {
    const stores = await open();
    const workshop = fresh<WorkshopId>();
    const wanted = record(5, { workshop, door: 'socket', action: 'lobby/admit', outcome: 'refused' });
    await stores.audit.append([
      wanted,
      record(5, { workshop, door: 'socket', action: 'lobby/admit' }),
      record(9, { workshop, door: 'socket', action: 'lobby/admit', outcome: 'refused' }),
      record(5, { workshop, door: 'socket', action: 'floor/give', outcome: 'refused' }),
    ]);
    const query = { workshop, outcome: 'refused', from: instant(5), until: instant(9), limit: 9 } as const;
    expect(await stores.audit.read({ ...query, action: 'lobby/' })).toEqual([wanted]);
    expect(await stores.audit.read({ ...query, action: '%' })).toEqual([]);
    const names = { within: true, beginnings: ['none/', 'lobby/'] };
    expect(await stores.audit.read({ ...query, names })).toEqual([wanted]);
    const others = await stores.audit.read({ ...query, names: { ...names, within: false } });
    expect(others.map(({ action }) => action)).toEqual(['floor/give']);
    await stores.close();
  });

  test('given a purge, when it is done, then only the old ones of that scope are gone', async () => {
    const stores = await open();
    const [ours, theirs] = [id<OwningOrganizationId>(fresh()), id<OwningOrganizationId>(fresh())];
    const workshop = fresh<WorkshopId>();
    await stores.audit.append(
      [ours, theirs, undefined].flatMap((organization) => [
        record(1, { workshop, organization }),
        record(5, { workshop, organization }),
      ]),
    );
    const left = async () =>
      (await stores.audit.read({ workshop, limit: 99 })).map((one) => [one.organization, one.at]);
    expect(await stores.audit.purge(instant(5), { organization: ours })).toBe(1);
    await stores.audit.purge(instant(5), { except: [ours, theirs] });
    expect((await left()).filter(([organization]) => organization === theirs)).toHaveLength(2);
    await stores.audit.purge(instant(5), { except: [] });
    expect((await left()).map(([, at]) => at)).toEqual([5, 5, 5]);
    await stores.close();
  });
});
