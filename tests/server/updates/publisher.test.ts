// Steps of a publication against a real store: obstacles, versions, embargoes by the clock and across a restart, addresses.
import { describe, expect, test } from 'vitest';
import { createPublisher, type Publisher } from '../../../server/updates/publishing/publisher.ts';
import { latinSlug } from '../../../server/updates/publishing/slugs.ts';
import { openStores, type Stores } from '../../../server/storage/stores.ts';
import { id, instant, type PublicationId } from '../../../shared/kernel/ids.ts';
import type { Obstacle } from '../../../shared/publication/obstacles.ts';
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts';
import { edition, photo, publication } from '../../support/publication.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

interface Desk {
  readonly stores: Stores;
  readonly clock: ManualClock;
  readonly publisher: Publisher;
  readonly inTheWay: Obstacle[];
}

const desk = async (folder = temporaryFolder(), clock = createManualClock()): Promise<Desk> => {
  const stores = await openStores({ folder });
  const inTheWay: Obstacle[] = [];
  const mayPublish = [{ obstacles: () => Promise.resolve(inTheWay) }];
  const publisher = createPublisher({
    shelf: { drop: () => Promise.resolve() },
    store: stores.publications,
    clock,
    mayPublish,
    tell: () => Promise.resolve(),
    onFault: (fault) => {
      throw fault;
    },
  });
  await publisher.start();
  return { stores, clock, publisher, inTheWay };
};

const update = id<PublicationId>('update-1');
const wish = (version: number) => ({ id: update, by: null, version });
const statusOf = async ({ stores }: Desk): Promise<string> =>
  (await stores.publications.find(update))?.status ?? 'none';

describe('publishing', () => {
  test('is refused while something stands in the way, and names it', async () => {
    const { publisher, inTheWay, stores } = await desk();
    const en = edition('Headline', 'Text.', { blocks: [photo('file-1', null, 'The hall')] });
    await publisher.create(publication({ editions: { en } }), null, 'created');
    inTheWay.push({ code: 'publication/quoteNotApproved', about: 'We will' });
    expect(await publisher.publish(wish(1), null)).toEqual({
      ok: false,
      code: 'publication/obstacles',
      obstacles: [
        { code: 'publication/noText', language: 'en' },
        { code: 'publication/photoWithoutCredit', language: 'en', about: 'The hall' },
        { code: 'publication/quoteNotApproved', about: 'We will' },
      ],
    });
    expect(await stores.publications.versions(update)).toHaveLength(1);
    await stores.close();
  });

  test('gives readable addresses in both scripts, and nobody gets another’s', async () => {
    const { publisher, stores } = await desk();
    await publisher.create(publication(), null, 'created');
    await publisher.create(publication({ id: id('update-2') }), null, 'created');
    const first = await publisher.publish(wish(1), null);
    const second = await publisher.publish({ ...wish(1), id: id('update-2') }, null);
    expect(first).toMatchObject({
      publication: {
        slugs: { en: 'first-online-workshop-was-held', 'zh-Hans': 'shou-ci-xian-shang-yan-tao-hui-zhao-kai' },
        aliases: { 'zh-Hans': ['首次线上研讨会召开'] },
      },
    });
    expect(second).toMatchObject({
      publication: {
        slugs: { en: 'first-online-workshop-was-held-2' },
        aliases: { 'zh-Hans': ['首次线上研讨会召开-2'] },
      },
    });
    const found = await stores.publications.findBySlug('首次线上研讨会召开');
    expect(found?.publication.id).toBe(update);
    await stores.close();
  });

  test('an editor who saw an older version is told', async () => {
    const { publisher, stores } = await desk();
    await publisher.create(publication(), null, 'created');
    await publisher.edit(wish(1), { themes: [] });
    expect(await publisher.publish(wish(1), null)).toMatchObject({ ok: false, code: 'publication/changedMeanwhile' });
    expect(await publisher.publish({ ...wish(1), id: id('nobody') }, null)).toMatchObject({
      code: 'publication/unknown',
    });
    await stores.close();
  });

  test('what is public cannot be changed into what may not be', async () => {
    const { publisher, stores } = await desk();
    await publisher.create(publication({ editions: { en: edition('H', 'T') } }), null, 'created');
    await publisher.publish(wish(1), null);
    const en = edition('H', 'T', { blocks: [photo('f', null)] });
    expect(await publisher.edit(wish(2), { editions: { en } })).toMatchObject({ code: 'publication/obstacles' });
    expect(await publisher.correct(wish(2), { en: 'Corrected.' }, { en })).toMatchObject({
      code: 'publication/obstacles',
    });
    await stores.close();
  });
});

describe('an embargo', () => {
  const at = instant(createManualClock().now() + 60_000);

  test('ends by the clock, not before', async () => {
    const one = await desk();
    await one.publisher.create(publication(), null, 'created');
    await one.publisher.publish(wish(1), at);
    await one.publisher.start();
    one.clock.advance(59_999);
    await one.publisher.start();
    expect(await statusOf(one)).toBe('embargoed');
    one.clock.advance(1);
    await one.publisher.close();
    expect(await one.stores.publications.find(update)).toMatchObject({ status: 'published', publishedAt: at });
    expect((await one.stores.publications.versions(update)).map(({ change }) => change)).toEqual([
      'released',
      'embargoed',
      'created',
    ]);
    await one.stores.close();
  });

  test('that ended while the server was down ends at its start', async () => {
    const folder = temporaryFolder();
    const first = await desk(folder);
    await first.publisher.create(publication(), null, 'created');
    await first.publisher.publish(wish(1), at);
    await first.publisher.close();
    await first.stores.close();
    const later = createManualClock(at + 5);
    const second = await desk(folder, later);
    expect(await statusOf(second)).toBe('published');
    await second.stores.close();
  });

  test('does not end while an approval was taken back: the draft is an editor’s again', async () => {
    const one = await desk();
    await one.publisher.create(publication(), null, 'created');
    await one.publisher.publish(wish(1), at);
    await one.publisher.start();
    one.inTheWay.push({ code: 'publication/consentMissing', about: 'QIAN Jingjing' });
    one.clock.advance(60_000);
    await one.publisher.close();
    expect(await statusOf(one)).toBe('draft');
    expect((await one.stores.publications.versions(update))[0]?.change).toBe('heldBack');
    await one.stores.close();
  });

  test('can be taken back', async () => {
    const one = await desk();
    await one.publisher.create(publication(), null, 'created');
    await one.publisher.publish(wish(1), at);
    await one.publisher.liftEmbargo(wish(2));
    await one.publisher.start();
    one.clock.advance(120_000);
    await one.publisher.close();
    expect(await statusOf(one)).toBe('draft');
    expect(one.clock.waiting).toBe(0);
    await one.stores.close();
  });
});

test.each([
  ['重庆银行推进绿色金融', 'chong-qing-yin-hang-tui-jin-lv-se-jin-rong'],
  ['First Online Workshop of “Low-carbon” Été & Müller', 'first-online-workshop-of-low-carbon-ete-and-mueller'],
  ['NRDC 在京举办研讨会', 'nrdc-zai-jing-ju-ban-yan-tao-hui'],
  ['！？', ''],
])('%s is addressed as %s', (headline, slug) => expect(latinSlug(headline)).toBe(slug));
