/** Where an update has gone that stood elsewhere before it moved in. Owns how an old address is looked for. */
import { slugKey } from '../../../shared/publication/slugs.ts';
import type { PublicationStore } from '../../ports/updates.ts';
import { articlePath } from './addresses.ts';

const decodedPath = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** The whole address first, for sites that tell their pages apart by the question; then the path alone. */
export const createMoved =
  (store: Pick<PublicationStore, 'findBySlug'>) =>
  async (address: string): Promise<string | null> => {
    if (address.length > 1000) return null;
    const whole = decodedPath(address);
    for (const path of new Set([whole, whole.split('?')[0] ?? ''])) {
      const found = path === '/' ? null : await store.findBySlug(slugKey(path));
      const slug = found?.publication.status === 'published' ? found.publication.slugs[found.language] : undefined;
      if (slug !== undefined) return articlePath(slug);
    }
    return null;
  };
