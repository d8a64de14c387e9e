/**
 * Planned updates become publications: new ones are begun and, when that is wished, published on the day they carry; changed ones become a new
 * version; those that are as they were stay untouched. Owns what is done with each; the steps are the publisher's.
 */
import { createHash } from 'node:crypto';
import type { Block } from '../../../shared/document/document.ts';
import {
  id,
  type AccountId,
  type Instant,
  type OwningOrganizationId,
  type PublicationId,
} from '../../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import type { ImportFault } from '../../../shared/publication/import-faults.ts';
import type { Edits } from '../../../shared/publication/lifecycle.ts';
import type { Obstacle } from '../../../shared/publication/obstacles.ts';
import type { Edition, Publication } from '../../../shared/publication/publication.ts';
import { slugKey } from '../../../shared/publication/slugs.ts';
import type { Clock } from '../../ports.ts';
import type { PictureShelf, PublicationSources, PublicationStore } from '../../ports/updates.ts';
import type { Publisher } from '../publishing/publisher.ts';
import { latinSlug } from '../publishing/slugs.ts';
import { termOf, termsOf } from '../publishing/terms.ts';
import type { Bundle } from './bundle.ts';
import { createPictureFinder } from './pictures.ts';
import type { PlannedFile, PlannedUpdate } from './plan.ts';

export interface ImportWish {
  readonly organization: OwningOrganizationId | null;
  readonly by: AccountId | null;
  readonly timeZone: string;
  /** Publish at once what nothing stands in the way of; else all stay drafts. */
  readonly publish: boolean;
  /** Who took the pictures that name nobody; null: nobody knows, and they hold their update back. */
  readonly credit: string | null;
}

/** `editedHere`: changed by hand since it was imported, so the archive's text does not overwrite it. `refused`: what is public would lack something. */
export type ImportOutcome = 'published' | 'draft' | 'changed' | 'unchanged' | 'editedHere' | 'refused';

export interface ImportedUpdate {
  readonly source: string;
  readonly publication: PublicationId;
  readonly outcome: ImportOutcome;
  readonly title: string;
  readonly faults: readonly (ImportFault & { readonly path: string })[];
  /** What keeps it from being published. */
  readonly obstacles: readonly Obstacle[];
}

export interface Importer {
  take(bundle: Bundle, update: PlannedUpdate, wish: ImportWish): Promise<ImportedUpdate>;
}

/** An import that was broken off finds again what it had begun. */
const idOf = (organization: OwningOrganizationId | null, source: string): PublicationId =>
  id<PublicationId>(
    `i${createHash('sha256')
      .update(`${organization ?? ''}\n${source}`)
      .digest('hex')
      .slice(0, 21)}`,
  );

const filesOf = ({ files }: PlannedUpdate): readonly PlannedFile[] =>
  LANGUAGES.flatMap((language) => files[language] ?? []);

/** Names in both languages belong together where both files have as many; else the first file's stand. */
const inBoth = (files: readonly PlannedFile[], of: (file: PlannedFile) => readonly string[]) => {
  const most = Math.max(0, ...files.map((file) => of(file).length));
  const whole = files.filter((file) => of(file).length === most);
  return Array.from({ length: most }, (_, at) =>
    Object.fromEntries(
      whole.flatMap((file) => {
        const name = of(file)[at];
        return name === undefined ? [] : [[file.language, name]];
      }),
    ),
  );
};

export const createImporter = (ports: {
  readonly store: PublicationStore;
  readonly sources: PublicationSources;
  readonly shelf: PictureShelf;
  readonly publisher: Publisher;
  readonly clock: Clock;
}): Importer => {
  const { store, sources, shelf, publisher, clock } = ports;

  /** Everything the result depends on: the same once more changes nothing. */
  const printOf = async (bundle: Bundle, update: PlannedUpdate, wish: ImportWish): Promise<string> => {
    const hash = createHash('sha256').update(JSON.stringify([update.source, wish.credit, wish.timeZone]));
    const find = createPictureFinder(bundle.names);
    for (const file of filesOf(update)) {
      hash.update(await bundle.read(file.path));
      for (const block of file.blocks) {
        const found = block.kind === 'picture' ? find(file.path, block.source) : null;
        if (found?.kind === 'file') hash.update(await bundle.read(found.name).catch(() => new Uint8Array()));
      }
    }
    return hash.digest('base64url');
  };

  const editionOf = async (bundle: Bundle, publication: PublicationId, file: PlannedFile, wish: ImportWish) => {
    const find = createPictureFinder(bundle.names);
    const faults: (ImportFault & { readonly path: string })[] = file.faults.map((fault) => ({
      ...fault,
      path: file.path,
    }));
    const blocks: Block[] = [];
    for (const block of file.blocks) {
      if (block.kind !== 'picture') {
        blocks.push(block);
        continue;
      }
      const found = find(file.path, block.source);
      const bytes =
        found.kind === 'file'
          ? await bundle.read(found.name).catch(() => null)
          : found.kind === 'embedded'
            ? found.bytes
            : null;
      const kept = bytes && (await shelf.keep(publication, bytes));
      if (bytes && !kept)
        faults.push({ code: 'file/pictureUnreadable', about: block.source.slice(0, 200), path: file.path });
      // Without its picture a caption says nothing to a reader.
      if (kept)
        blocks.push({ kind: 'photo', file: kept.file, caption: block.caption, credit: block.credit ?? wish.credit });
    }
    const { title, teaser, authors } = file;
    const edition: Edition = { headline: title, teaser, authors, blocks };
    return { edition, faults };
  };

  const isFree = async (publication: PublicationId, slug: string): Promise<boolean> => {
    const found = await store.findBySlug(slugKey(slug));
    return found === null || found.publication.id === publication;
  };

  const read = async (bundle: Bundle, publication: PublicationId, update: PlannedUpdate, wish: ImportWish) => {
    const files = filesOf(update);
    const editions: { [L in Language]?: Edition } = {};
    const slugs: { [L in Language]?: string } = {};
    const aliases: { [L in Language]?: readonly string[] } = {};
    const faults: (ImportFault & { readonly path: string })[] = [];
    for (const file of files) {
      const { language } = file;
      const made = await editionOf(bundle, publication, file, wish);
      editions[language] = made.edition;
      faults.push(...made.faults);
      const slug = file.slug === null ? '' : latinSlug(file.slug);
      const isTwice = Object.values(slugs).includes(slug);
      if (slug !== '' && !isTwice && (await isFree(publication, slug))) slugs[language] = slug;
      const addresses: string[] = [];
      for (const address of file.addresses) if (await isFree(publication, address)) addresses.push(address);
      if (addresses.length > 0) aliases[language] = addresses;
    }
    const [programme] = inBoth(files, (file) => (file.programme === null ? [] : [file.programme]));
    const content = {
      editions,
      programme: programme ? termOf(programme) : null,
      themes: termsOf(inBoth(files, ({ themes }) => themes)),
      names: [...new Set(files.flatMap(({ names }) => names))],
      timeZone: wish.timeZone,
      slugs,
      aliases,
      publishedAt: files
        .map(({ publishedAt }) => publishedAt)
        .reduce<Instant | null>((first, one) => (first === null || (one !== null && one < first) ? one : first), null),
    };
    return { content, faults };
  };

  const byHand = async (known: Publication, since: number): Promise<boolean> =>
    (await store.versions(known.id)).some(
      ({ version, change }) => version > since && /^(?:edited|revised|corrected)$/.test(change),
    );

  return {
    async take(bundle, update, wish) {
      const { organization, by } = wish;
      const { source } = update;
      const publication = idOf(organization, source);
      const title = filesOf(update)[0]?.title ?? source;
      const done = (
        outcome: ImportOutcome,
        faults: ImportedUpdate['faults'] = [],
        obstacles: readonly Obstacle[] = [],
      ): ImportedUpdate => ({ source, publication, outcome, title, faults, obstacles });
      const print = await printOf(bundle, update, wish);
      const [before, known] = await Promise.all([sources.find(organization, source), store.find(publication)]);

      /** Publishes it where that is wished and nothing stands in the way, and remembers what it was made of. */
      const settle = async (
        now: Publication,
        outcome: ImportOutcome,
        faults: ImportedUpdate['faults'],
      ): Promise<ImportedUpdate> => {
        let [version, result] = [now.version, outcome];
        let obstacles: readonly Obstacle[] = [];
        if (wish.publish && now.status === 'draft') {
          const published = await publisher.publish({ id: publication, by, version }, null);
          if (published.ok)
            [version, result] = [
              published.publication.version,
              outcome === 'unchanged' || outcome === 'draft' ? 'published' : outcome,
            ];
          else obstacles = published.obstacles;
        }
        if (outcome !== 'unchanged') await sources.remember(organization, source, { publication, print, version });
        return done(result, faults, obstacles);
      };

      if (known && before?.print === print) return settle(known, 'unchanged', []);
      if (known && (await byHand(known, before?.version ?? 1))) return done('editedHere');
      const { content, faults } = await read(bundle, publication, update, wish);
      if (!known) {
        const created = await publisher.create(
          {
            id: publication,
            organization,
            workshop: null,
            origin: 'imported',
            status: 'draft',
            publishAt: null,
            revisedAt: null,
            corrections: [],
            createdAt: clock.now(),
            version: 1,
            ...content,
          },
          by,
          'imported',
        );
        if (!created.ok) throw new Error(created.code);
        return settle(created.publication, 'draft', faults);
      }
      const edits: Edits = {
        ...content,
        editions: { ...known.editions, ...content.editions },
        slugs: { ...known.slugs, ...content.slugs },
        aliases: { ...known.aliases, ...content.aliases },
      };
      const changed = await publisher.edit({ id: publication, by, version: known.version }, edits);
      if (!changed.ok) return done('refused', faults, changed.obstacles);
      return settle(changed.publication, 'changed', faults);
    },
  };
};
