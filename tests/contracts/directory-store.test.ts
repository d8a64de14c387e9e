// What every store of the directory must do, over both engines. Tokens and keys are made up here: the store need not know names.
import { expect, test } from 'vitest';
import type { DirectoryAct, DirectoryStore, IndexedEntry } from '../../server/ports/directory.ts';
import type { DirectoryEntry } from '../../shared/directory/entries.ts';
import { instant, type AccountId, type DirectoryId, type PersonId, type WorkshopId } from '../../shared/kernel/ids.ts';
import { entry as logEntry, fresh, onBothEngines, summary } from './stores.ts';

/** Letters of a test's own, since PostgreSQL is one database for all of them. */
const own = (): string => fresh<string>().replace(/\W/g, '');

const organization = (id: DirectoryId = fresh()): DirectoryEntry => ({
  kind: 'organization',
  id,
  name: { en: id },
  externalIds: [],
});
const person = (at: readonly DirectoryId[] = [], id: DirectoryId = fresh()): DirectoryEntry => ({
  kind: 'person',
  id,
  name: { asWritten: id },
  positions: at.map((one) => ({ title: {}, organization: one })),
  externalIds: [],
});
const indexed = (
  entry: DirectoryEntry,
  tokens: Readonly<Record<string, number>> = {},
  more: Partial<IndexedEntry> = {},
): IndexedEntry => ({
  entry,
  sort: { latin: '', pinyin: '' },
  tokens: Object.entries(tokens).map(([token, weight]) => ({ token, weight })),
  keys: [],
  ...more,
});
const at = instant(1_800_000_000_001);
const put = (store: DirectoryStore, ...all: readonly IndexedEntry[]): Promise<void> =>
  store.write({ puts: all.map((one) => ({ indexed: one, seen: null })), at });
const look = { kind: 'person', sort: 'latin', offset: 0, limit: 20 } as const;

onBothEngines('directory store', ({ open, reopen }) => {
  test('given an entry, when the store is opened again, then it is there with its version; who saw an older one is refused', async () => {
    let stores = await open();
    const one = person();
    await put(stores.directory, indexed(one));
    stores = await reopen(stores);
    expect(await stores.directory.find([one.id, fresh()])).toEqual([{ entry: one, version: 1, changedAt: at }]);
    const change = { puts: [{ indexed: indexed(one), seen: 1 }], at };
    await stores.directory.write(change);
    await expect(stores.directory.write(change)).rejects.toMatchObject({ code: 'store/conflict' });
    expect((await stores.directory.find([one.id]))[0]?.version).toBe(2);
    await stores.close();
  });

  test('given a write of which one part conflicts, then nothing of it is there', async () => {
    const stores = await open();
    const [known, added] = [person(), person()];
    await put(stores.directory, indexed(known));
    const token = own();
    await expect(
      stores.directory.write({
        puts: [
          { indexed: indexed(added, { [token]: 1 }), seen: null },
          { indexed: indexed(known), seen: 7 },
        ],
        at,
      }),
    ).rejects.toMatchObject({ code: 'store/conflict' });
    expect(await stores.directory.find([added.id])).toEqual([]);
    expect(await stores.directory.search({ ...look, terms: [token] })).toEqual({ total: 0, found: [] });
    await stores.close();
  });

  test('given tokens, when terms are looked for, then each must begin one; whole words and heavy ones come first', async () => {
    const { directory, close } = await open();
    const word = own();
    const [light, heavy, whole, other] = [person(), person(), person(), person()];
    await put(
      directory,
      indexed(light, { [`${word}abc`]: 1, [`${word}京京`]: 1 }),
      indexed(heavy, { [`${word}abc`]: 5 }),
      indexed(whole, { [`${word}ab`]: 4 }),
      indexed(other, { [`${word}zz`]: 9 }),
    );
    const find = async (...terms: string[]) =>
      (await directory.search({ ...look, terms })).found.map(({ entry }) => entry.id);
    expect(await find(`${word}ab`)).toEqual([whole.id, heavy.id, light.id]);
    expect(await find(`${word}ab`, `${word}京`)).toEqual([light.id]);
    expect(await find(`${word}b`)).toEqual([]);
    expect(await find(`${word}'%_"`)).toEqual([]);
    await directory.write({ puts: [{ indexed: indexed(other, { [`${word}ab`]: 1 }), seen: 1 }], at });
    expect(await find(`${word}zz`)).toEqual([]);
    expect(await find(`${word}ab`)).toContain(other.id);
    await close();
  });

  test('given an organization, when it is looked for among people, then who is there is found, and can be asked for alone', async () => {
    const { directory, close } = await open();
    const [word, name] = [own(), own()];
    const place = organization();
    const [there, named, elsewhere] = [person([place.id]), person(), person()];
    await put(
      directory,
      indexed(place, { [word]: 5 }),
      indexed(there, { [name]: 1 }),
      indexed(named, { [word]: 5, [name]: 1 }),
      indexed(elsewhere, { [name]: 1 }),
    );
    const byWord = await directory.search({ ...look, terms: [word] });
    expect(byWord.found.map(({ entry }) => entry.id)).toEqual([named.id, there.id]);
    const alone = await directory.search({ ...look, terms: [], organization: place.id });
    expect(alone).toMatchObject({ total: 1, found: [{ entry: { id: there.id } }] });
    expect((await directory.naming(place.id)).map(({ entry }) => entry.id)).toEqual([there.id]);
    await close();
  });

  test('given two orders, when a page is asked for, then it is in that order and says how many there are in all', async () => {
    const { directory, close } = await open();
    const word = own();
    const people = ['b', 'ä', 'a', 'Z'].map((latin, n) =>
      indexed(person(), { [word]: 1 }, { sort: { latin, pinyin: String(9 - n) } }),
    );
    await put(directory, ...people);
    const ids = async (sort: 'latin' | 'pinyin', offset: number) =>
      (await directory.search({ ...look, terms: [word], sort, offset, limit: 3 })).found.map(({ entry }) => entry.id);
    const [b, umlaut, a, capital] = people.map(({ entry }) => entry.id);
    expect(await ids('latin', 0)).toEqual([capital, a, b]);
    expect(await ids('latin', 3)).toEqual([umlaut]);
    expect(await ids('pinyin', 0)).toEqual([capital, a, umlaut]);
    expect((await directory.search({ ...look, terms: [word], limit: 1 })).total).toBe(4);
    await close();
  });

  test('given all of a kind, when they are read page by page, then each comes once', async () => {
    const { directory, close } = await open();
    const people = Array.from({ length: 5 }, () => indexed(person()));
    await put(directory, ...people);
    const seen: string[] = [];
    for (let after: DirectoryId | null = null; ;) {
      const page = await directory.page('person', after, 2);
      seen.push(...page.map(({ entry }) => entry.id));
      after = page.at(-1)?.entry.id ?? null;
      if (after === null) break;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(people.map(({ entry }) => entry.id)));
    expect(await directory.count('person')).toBe(seen.length);
    await close();
  });

  test('given shared keys, then pairs are told, the likeliest first, until they are told apart; what all share says nothing', async () => {
    const { directory, close } = await open();
    const key = own();
    const [a, b, c] = [person(), person(), person()];
    const crowd = Array.from({ length: 20 }, () => indexed(person(), {}, { keys: [`3:${key}crowd`] }));
    await put(
      directory,
      indexed(a, {}, { keys: [`3:${key}x`, `2:${key}`] }),
      indexed(b, {}, { keys: [`2:${key}`, `3:${key}x`] }),
      indexed(c, {}, { keys: [`3:${key}x`] }),
      ...crowd,
    );
    const pairs = async () =>
      (await directory.pairs('person', 500))
        .filter((pair) => pair.key.includes(key))
        .map((pair) => [pair.a, pair.b, pair.key]);
    const ordered = (one: DirectoryEntry, other: DirectoryEntry): readonly string[] => [one.id, other.id].sort();
    expect((await pairs())[0]).toEqual([...ordered(a, b), `2:${key}`]);
    expect(await pairs()).toHaveLength(3);
    await directory.tellApart(b.id, a.id, fresh<AccountId>(), at);
    await directory.tellApart(a.id, b.id, fresh<AccountId>(), at);
    expect(await pairs()).toHaveLength(2);
    expect(await directory.sharing('person', [`2:${key}`, `3:${key}none`])).toEqual(
      expect.arrayContaining([a, b].map(({ id }) => ({ key: `2:${key}`, id }))),
    );
    await close();
  });

  test('given a merge, then it is written with its act, and taken back once', async () => {
    const { directory, close } = await open();
    const [kept, gone] = [person(), person()];
    await put(directory, indexed(kept), indexed(gone));
    const act: DirectoryAct = {
      id: fresh(),
      at: instant(at + 5),
      by: fresh<AccountId>(),
      kind: 'merged',
      gone,
      into: { before: kept, versionAfter: 2 },
      repointed: [],
      undoneAt: null,
    };
    await directory.write({
      puts: [{ indexed: indexed(kept), seen: 1 }],
      removes: [{ id: gone.id, seen: 1 }],
      at,
      act,
    });
    expect(await directory.find([gone.id])).toEqual([]);
    expect(await directory.findAct(act.id)).toEqual(act);
    const back = { puts: [{ indexed: indexed(gone), seen: null }], at, undoes: act.id };
    await directory.write(back);
    expect(await directory.find([gone.id])).toHaveLength(1);
    await expect(directory.write(back)).rejects.toMatchObject({ code: 'store/conflict' });
    expect((await directory.acts(10_000)).find(({ id }) => id === act.id)?.undoneAt).toBe(at);
    await close();
  });

  test('given suggestions of one person, then the latest stands, and is settled once', async () => {
    const stores = await open();
    const { directory } = stores;
    const workshop = fresh<WorkshopId>();
    await stores.facts.create(summary(workshop), [logEntry(1)]);
    const first = { id: fresh<string>(), workshop, person: fresh<PersonId>(), at, about: null, body: '{}' };
    const second = { ...first, id: fresh<string>(), body: '{"name":1}', about: fresh<DirectoryId>() };
    await directory.suggest(first);
    await directory.suggest(second);
    const mine = async () => (await directory.suggestions(10_000)).filter((one) => one.workshop === workshop);
    expect(await mine()).toEqual([second]);
    expect(await directory.findSuggestion(first.id)).toBeNull();
    const settled = { puts: [{ indexed: indexed(person()), seen: null }], at, settles: second.id };
    await directory.write(settled);
    await expect(
      directory.write({ ...settled, puts: [{ indexed: indexed(person()), seen: null }] }),
    ).rejects.toMatchObject({ code: 'store/conflict' });
    expect(await directory.dismiss(second.id)).toBe(false);
    await stores.close();
  });

  test('given acts and suggestions of long ago, when they are forgotten, then what could be read from them is gone', async () => {
    const { directory, close } = await open();
    const gone = person();
    const old = { id: fresh<string>(), at: instant(5), by: fresh<AccountId>(), kind: 'removed', gone } as const;
    await put(directory, indexed(gone));
    await directory.write({
      puts: [],
      removes: [{ id: gone.id, seen: 1 }],
      at,
      act: { ...old, into: null, repointed: [], undoneAt: null },
    });
    await directory.forgetBefore(instant(6));
    expect(await directory.findAct(old.id)).toBeNull();
    await close();
  });
});
