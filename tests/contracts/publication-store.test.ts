// What every store of publications must do, over both engines.
import { expect, test } from 'vitest';
import {
  id,
  instant,
  type AccountId,
  type OwningOrganizationId,
  type PublicationId,
  type WorkshopId,
} from '../../shared/kernel/ids.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import type { EditionTokens, PublicQuery, TokenQuery } from '../../server/ports/updates.ts';
import type { Stores } from '../../server/storage/stores.ts';
import { edition, MARCH_26, publication } from '../support/publication.ts';
import { fresh, onBothEngines } from './stores.ts';

const line = { at: instant(1_800_000_000_000), by: null, change: 'created' } as const;

/** A public one whose programme is its own, so that tests of one database do not meet. */
const open = (programme: string, more: Partial<Publication> = {}): Publication =>
  publication({
    id: fresh<PublicationId>(),
    status: 'published',
    publishedAt: MARCH_26,
    programme: { key: programme, name: { en: programme } },
    themes: [],
    ...more,
  });

const tokens = (headline: string, body = ''): EditionTokens => ({
  headline: headline.split(' '),
  body: body.split(' ').filter((token) => token !== ''),
});

const words = (...given: readonly string[]): TokenQuery => ({ words: given, beginnings: [] });

onBothEngines('publication store', ({ open: openStores, reopen }) => {
  const ask = async (stores: Stores, programme: string, more: Partial<PublicQuery> = {}) =>
    stores.publications.search({ language: 'en', programme, offset: 0, limit: 20, ...more });

  test('given a publication, when the store is opened again, then it is whole, with each of its versions', async () => {
    let stores = await openStores();
    const account = fresh<AccountId>();
    const workshop = fresh<WorkshopId>();
    const first = publication({ id: fresh(), workshop });
    expect(await stores.publications.save(first, line, {})).toBe(true);
    const second = { ...first, version: 2, names: ['钱京京'] };
    expect(await stores.publications.save(second, { ...line, by: account, change: 'edited' }, {})).toBe(true);
    stores = await reopen(stores);
    expect(await stores.publications.find(first.id)).toEqual(second);
    expect(await stores.publications.ofWorkshop(workshop)).toEqual(second);
    expect(await stores.publications.version(first.id, 1)).toEqual(first);
    expect(await stores.publications.versions(first.id)).toEqual([
      { version: 2, at: line.at, by: account, change: 'edited' },
      { version: 1, at: line.at, by: null, change: 'created' },
    ]);
    await stores.close();
  });

  test('given two editors with the same version, when both save, then the second is told and overwrites nothing', async () => {
    const stores = await openStores();
    const first = publication({ id: fresh() });
    await stores.publications.save(first, line, {});
    const mine = { ...first, version: 2, names: ['mine'] };
    const theirs = { ...first, version: 2, names: ['theirs'] };
    const saved = await Promise.all([mine, theirs].map((one) => stores.publications.save(one, line, {})));
    expect(saved).toEqual([true, false]);
    expect(await stores.publications.find(first.id)).toEqual(mine);
    expect(await stores.publications.save({ ...first, names: ['again'] }, line, {})).toBe(false);
    expect(await stores.publications.versions(first.id)).toHaveLength(2);
    await stores.close();
  });

  test('given slugs, when they change, then the old ones still lead there; another publication cannot take them', async () => {
    const stores = await openStores();
    const [old, now, han] = [fresh(), fresh(), `${fresh()}-首次研讨会`];
    const first = publication({ id: fresh(), slugs: { en: old }, aliases: { 'zh-Hans': [han] } });
    await stores.publications.save(first, line, {});
    const second = { ...first, version: 2, slugs: { en: now } };
    await stores.publications.save(second, line, {});
    expect(await stores.publications.findBySlug(old)).toEqual({ publication: second, language: 'en' });
    expect(await stores.publications.findBySlug(now)).toEqual({ publication: second, language: 'en' });
    expect(await stores.publications.findBySlug(han)).toEqual({ publication: second, language: 'zh-Hans' });
    expect(await stores.publications.findBySlug(`${now}x`)).toBeNull();
    const thief = publication({ id: fresh(), slugs: { en: old } });
    await expect(stores.publications.save(thief, line, {})).rejects.toMatchObject({ code: 'store/conflict' });
    expect(await stores.publications.find(thief.id)).toBeNull();
    await stores.close();
  });

  test('given drafts, embargoed, withdrawn and public ones, when readers list, then only the public ones, newest first', async () => {
    const stores = await openStores();
    const programme = fresh();
    const older = open(programme, { publishedAt: instant(MARCH_26 - 86_400_000) });
    const newer = open(programme, { slugs: { en: fresh(), 'zh-Hans': fresh() } });
    const hidden = (['draft', 'embargoed', 'withdrawn'] as const).map((status) => open(programme, { status }));
    for (const one of [older, newer, ...hidden]) {
      await stores.publications.save(one, line, { en: tokens('workshop'), 'zh-Hans': tokens('研讨') });
    }
    const { lines, total } = await ask(stores, programme);
    expect(total).toBe(2);
    expect(lines.map((one) => one.id)).toEqual([newer.id, older.id]);
    expect(lines[0]).toMatchObject({
      language: 'en',
      slugs: newer.slugs,
      headline: 'First Online Workshop was Held',
      teaser: 'Experts agreed that now is the time.',
      picture: null,
      publishedAt: MARCH_26,
      timeZone: 'Asia/Shanghai',
    });
    const found = await ask(stores, programme, { tokens: words('workshop') });
    expect(found.lines.map((one) => one.id)).toEqual([newer.id, older.id]);
    const page = await ask(stores, programme, { offset: 1, limit: 1 });
    expect([page.lines.map((one) => one.id), page.total]).toEqual([[older.id], 2]);
    await stores.close();
  });

  test('given words, when searched, then all of them must be there, a headline counts first, and a withdrawn one is gone', async () => {
    const stores = await openStores();
    const programme = fresh();
    const inBody = open(programme);
    const inHeadline = open(programme, { publishedAt: instant(MARCH_26 - 1) });
    const chinese = open(programme);
    await stores.publications.save(inBody, line, { en: tokens('other', 'green finance o’neil') });
    await stores.publications.save(inHeadline, line, { en: tokens('green finance') });
    await stores.publications.save(chinese, line, { 'zh-Hans': tokens('绿色 色金 金融') });
    const found = async (query: TokenQuery) =>
      (await ask(stores, programme, { tokens: query })).lines.map((one) => `${one.id}/${one.language}`);
    expect(await found(words('green', 'finance'))).toEqual([`${inHeadline.id}/en`, `${inBody.id}/en`]);
    expect(await found(words('green', 'other'))).toEqual([`${inBody.id}/en`]);
    expect(await found(words('金融'))).toEqual([`${chinese.id}/zh-Hans`]);
    expect(await found({ words: [], beginnings: ['金'] })).toEqual([`${chinese.id}/zh-Hans`]);
    expect(await found({ words: ['green'], beginnings: ['fin'] })).toEqual([`${inHeadline.id}/en`, `${inBody.id}/en`]);
    expect(await found(words('gree'))).toEqual([]);
    const narrowed = async (more: Partial<PublicQuery>) =>
      (await ask(stores, programme, { tokens: words('green'), ...more })).total;
    expect([await narrowed({ year: 2020 }), await narrowed({ year: 2019 })]).toEqual([2, 0]);
    expect([await narrowed({ edition: 'en' }), await narrowed({ edition: 'zh-Hans' })]).toEqual([2, 0]);
    expect((await ask(stores, programme, { tokens: words('green') })).lines[0]?.text).toContain('Experts agreed');
    await stores.publications.save({ ...inBody, version: 2, status: 'withdrawn' }, line, {});
    expect(await found(words('green', 'other'))).toEqual([]);
    await stores.close();
  });

  test('given hostile tokens, when searched or stored, then they are words and nothing else', async () => {
    const stores = await openStores();
    const programme = fresh();
    const one = open(programme);
    await stores.publications.save(one, line, { en: tokens(`it's "quoted" OR NOT back\\slash a:b *`) });
    for (const token of [
      `"`,
      `'`,
      `' | 'x`,
      `" OR "x`,
      'NEAR(a b)',
      '\\',
      `a'; drop table publications; --`,
      '*',
      '{headline} :',
    ]) {
      await expect(ask(stores, programme, { tokens: words(token) })).resolves.toBeDefined();
      await expect(ask(stores, programme, { tokens: { words: [], beginnings: [token] } })).resolves.toBeDefined();
    }
    expect((await ask(stores, programme)).total).toBe(1);
    await stores.close();
  });

  test('given filters, when listed, then each narrows; the edition asked for is the one shown', async () => {
    const stores = await openStores();
    const programme = fresh();
    const [theme, other] = [fresh(), fresh()];
    const both = open(programme, { themes: [{ key: theme, name: { en: 'T' } }] });
    const english = open(programme, {
      editions: { en: edition('Only English', 'Text.') },
      publishedAt: instant(Date.UTC(2019, 11, 31, 20)),
      themes: [
        { key: theme, name: { en: 'T' } },
        { key: other, name: { en: 'O' } },
      ],
    });
    for (const one of [both, english]) await stores.publications.save(one, line, {});
    const found = async (more: Partial<PublicQuery>) =>
      (await ask(stores, programme, more)).lines.map((one) => `${one.id}/${one.language}`);
    expect(await found({ language: 'zh-Hans' })).toEqual([`${both.id}/zh-Hans`, `${english.id}/en`]);
    expect(await found({ language: 'zh-Hans', edition: 'zh-Hans' })).toEqual([`${both.id}/zh-Hans`]);
    expect(await found({ language: 'zh-Hans', edition: 'en' })).toEqual([`${both.id}/en`, `${english.id}/en`]);
    expect(await found({ theme: other })).toEqual([`${english.id}/en`]);
    // The last evening of 2019 in London is the first morning of 2020 in Beijing.
    expect(await found({ year: 2019 })).toEqual([]);
    expect(await found({ year: 2020, theme })).toHaveLength(2);
    const terms = await stores.publications.terms();
    expect(terms.programmes.find(({ key }) => key === programme)?.name).toEqual({ en: programme });
    expect(terms.themes.map(({ key }) => key)).toEqual(expect.arrayContaining([theme, other]));
    expect(terms.years).toContain(2020);
    await stores.close();
  });

  test('given terms that were read, when an update is published, renamed or withdrawn, then the next reader sees it', async () => {
    const stores = await openStores();
    const [programme, theme] = [fresh(), fresh()];
    const read = async () => {
      const { programmes, themes, years } = await stores.publications.terms();
      return [
        programmes.find(({ key }) => key === programme)?.name,
        themes.some(({ key }) => key === theme),
        years.includes(1987),
      ];
    };
    expect(await read()).toEqual([undefined, false, false]);
    const one = open(programme, { publishedAt: instant(Date.UTC(1987, 5, 1)) });
    await stores.publications.save(one, line, {});
    expect(await read()).toEqual([{ en: programme }, false, true]);
    const renamed = {
      ...one,
      version: 2,
      programme: { key: programme, name: { en: 'New name' } },
      themes: [{ key: theme, name: { en: 'T' } }],
    };
    const saving = stores.publications.save(renamed, line, {});
    await Promise.all([saving, stores.publications.terms()]);
    expect(await read()).toEqual([{ en: 'New name' }, true, true]);
    await stores.publications.save({ ...renamed, version: 3, status: 'withdrawn' }, line, {});
    expect(await read()).toEqual([undefined, false, false]);
    await stores.close();
  });

  test('given an imported update, when its source is remembered again, then the last one stands, apart for each organization', async () => {
    const stores = await openStores();
    const one = publication({ id: fresh() });
    await stores.publications.save(one, line, {});
    const [source, house] = [`en/${fresh()}`, fresh<OwningOrganizationId>()];
    const sources = stores.publicationSources;
    expect(await sources.find(null, source)).toBeNull();
    const first = { publication: one.id, print: 'a', version: 1 };
    await sources.remember(null, source, first);
    await sources.remember(null, source, { ...first, print: 'b', version: 3 });
    expect(await sources.find(null, source)).toEqual({ ...first, print: 'b', version: 3 });
    expect(await sources.find(house, source)).toBeNull();
    await stores.close();
  });

  test('given shared themes, when related ones are asked, then most shared first, never itself, never the unrelated', async () => {
    const stores = await openStores();
    const [one, two] = [fresh(), fresh()].map((key) => ({ key, name: { en: key } }));
    if (!one || !two) throw new Error('no terms');
    const itself = open(fresh(), { themes: [one, two] });
    const near = open(fresh(), { themes: [one, two] });
    const programme = open(itself.programme?.key ?? '', { publishedAt: instant(MARCH_26 - 1) });
    const far = open(fresh(), { themes: [{ key: fresh(), name: { en: 'x' } }] });
    for (const each of [itself, near, programme, far]) await stores.publications.save(each, line, {});
    const related = await stores.publications.related(itself.id, 'zh-Hans', 5);
    expect(related.map(({ id: which, language }) => [which, language])).toEqual([
      [near.id, 'zh-Hans'],
      [programme.id, 'zh-Hans'],
    ]);
    await stores.close();
  });

  test('given embargoes and editors’ lists, when asked, then the next release first, and only the organizations asked for', async () => {
    const stores = await openStores();
    const [soon, late] = [1000, 2000].map((at) =>
      publication({ id: fresh(), status: 'embargoed', publishAt: instant(at) }),
    );
    if (!soon || !late) throw new Error('no publications');
    for (const one of [late, soon]) await stores.publications.save(one, line, {});
    const waiting = (await stores.publications.embargoed()).filter(
      ({ id: which }) => which === soon.id || which === late.id,
    );
    expect(waiting).toEqual([
      { id: soon.id, publishAt: 1000 },
      { id: late.id, publishAt: 2000 },
    ]);
    const none = await stores.publications.list({ organizations: [], offset: 0, limit: 10 });
    expect(none).toEqual({ publications: [], total: 0 });
    const unowned = await stores.publications.list({
      organizations: [null],
      status: 'embargoed',
      offset: 0,
      limit: 99,
    });
    expect(unowned.publications.map((one) => one.id)).toEqual(expect.arrayContaining([soon.id, late.id]));
    const elsewhere = await stores.publications.list({ organizations: [id(fresh())], offset: 0, limit: 10 });
    expect(elsewhere.total).toBe(0);
    await stores.close();
  });
});
