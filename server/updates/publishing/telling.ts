/** Tells programs of what is public now. Owns what they are told of an update; that each publishing is told once is the teller's. */
import { languagesOf, type Publication } from '../../../shared/publication/publication.ts';
import type { Tell } from '../../api/happenings.ts';

export const createPublicationTelling =
  (tell: Tell) =>
  async (publication: Publication): Promise<void> => {
    const { id, organization, workshop, publishedAt, slugs, editions } = publication;
    if (publishedAt === null) return;
    await tell(organization, {
      kind: 'update.published',
      key: `${id} ${publishedAt}`,
      at: publishedAt,
      about: {
        update: {
          id,
          workshop,
          slugs,
          headlines: Object.fromEntries(languagesOf(publication).map((one) => [one, editions[one]?.headline])),
        },
      },
    });
  };
