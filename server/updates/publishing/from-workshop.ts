/**
 * A publication begun from a workshop: its working copy in the languages that are ready, its pictures put on the shelf, the names in
 * it in either script. Owns what is taken over; who may ask is asked before.
 */
import { fullName } from '../../../shared/directory/names.ts';
import type { Block } from '../../../shared/document/document.ts';
import { id, type OwningOrganizationId, type PublicationId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { LANGUAGES, type Language } from '../../../shared/kernel/language.ts';
import type { Board } from '../../../shared/notes/blocks.ts';
import { editionOfArticle } from '../../../shared/publication/from-article.ts';
import type { Edition, Publication } from '../../../shared/publication/publication.ts';
import type { Entry, WorkshopState } from '../../../shared/workshop/workshop.ts';
import type { Clock, Mint } from '../../ports.ts';
import type { PictureShelf } from '../../ports/updates.ts';
import type { DraftArticles } from '../drafting/as-article.ts';

export interface WorkshopMaterial {
  readonly state: WorkshopState;
  readonly entries: readonly Entry[];
  readonly board: Board;
}

export interface FromWorkshop {
  begin(
    workshop: WorkshopId,
    organization: OwningOrganizationId | null,
    material: WorkshopMaterial,
  ): Promise<Publication>;
  /** The editions as the working copy has them now, pictures on the shelf of this publication. */
  editions(
    publication: PublicationId,
    workshop: WorkshopId,
    material: WorkshopMaterial,
  ): Promise<Publication['editions']>;
}

const namesIn = ({ roster }: WorkshopState): readonly string[] => {
  const people = Object.values(roster.people).flatMap(({ name }) =>
    LANGUAGES.map((language) => fullName(name, language)),
  );
  const organizations = Object.values(roster.organizations).flatMap(({ name, abbreviation }) =>
    LANGUAGES.flatMap((language) => [name[language] ?? '', abbreviation?.[language] ?? '']),
  );
  return [...new Set([...people, ...organizations])].filter((name) => name !== '');
};

export const createFromWorkshop = (ports: {
  readonly shelf: PictureShelf;
  readonly clock: Clock;
  readonly mint: Mint;
  readonly articles: (workshop: WorkshopId, material: WorkshopMaterial) => Promise<DraftArticles>;
}): FromWorkshop => {
  const { shelf, clock, mint } = ports;

  /** What is not on the shelf cannot be shown; its caption and credit stay for the editor. */
  const shelved = async (publication: PublicationId, workshop: WorkshopId, edition: Edition): Promise<Edition> => {
    const blocks: Block[] = [];
    for (const block of edition.blocks) {
      const isLost =
        block.kind === 'photo' && block.file !== null && !(await shelf.adopt(publication, workshop, block.file));
      blocks.push(isLost ? { ...block, file: null } : block);
    }
    return { ...edition, blocks };
  };

  const editions: FromWorkshop['editions'] = async (publication, workshop, material) => {
    const written: { [L in Language]?: Edition } = {};
    const articles = await ports.articles(workshop, material);
    for (const language of LANGUAGES) {
      const found = articles[language];
      if (!found) continue;
      written[language] = await shelved(publication, workshop, editionOfArticle(found.article, found.authors));
    }
    return written;
  };

  return {
    editions,
    async begin(workshop, organization, material) {
      const publication = id<PublicationId>(mint.id());
      const { series, timeZone } = material.state.brief;
      return {
        id: publication,
        organization,
        workshop,
        origin: 'workshop',
        programme: null,
        themes: series ? [{ key: '', name: series.name }] : [],
        names: namesIn(material.state),
        editions: await editions(publication, workshop, material),
        slugs: {},
        aliases: {},
        status: 'draft',
        publishAt: null,
        publishedAt: null,
        timeZone,
        revisedAt: null,
        corrections: [],
        createdAt: clock.now(),
        version: 1,
      };
    },
  };
};
