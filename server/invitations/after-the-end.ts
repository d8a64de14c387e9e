/** What those invited are told after the end: the actions noted for them, and the update once it is published. Owns how both read. */
import { dueDay } from '../../shared/directory/dates.ts';
import type { Instant } from '../../shared/kernel/ids.ts';
import { LANGUAGES } from '../../shared/kernel/language.ts';
import { say } from '../../shared/languages/area.ts';
import { invitationArea } from '../../shared/languages/areas/invitation.ts';
import type { Board } from '../../shared/notes/blocks.ts';
import type { Publication } from '../../shared/publication/publication.ts';
import type { WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Invitation } from '../ports/invitations.ts';

/** The open actions of whoever was invited, a line each. What was said off the record stays in the room. */
export const actionsOn =
  (board: Board, { agenda }: WorkshopState) =>
  ({ person, language }: Invitation): readonly string[] =>
    board.blocks.flatMap((block) => {
      if (block.kind !== 'action' || block.owner === null || block.owner !== person || block.done) return [];
      if (block.item !== null && agenda.items[block.item]?.offTheRecord) return [];
      const { text, due } = block;
      return due === null
        ? [say(invitationArea, language, 'action', { text })]
        : [say(invitationArea, language, 'actionDue', { text, due: dueDay(due, language, null) })];
    });

export interface Published {
  readonly at: Instant;
  /** In the reader's language where there is an edition in it. */
  readonly toldTo: (invitation: Invitation) => { readonly title: string; readonly url: string } | null;
}

/** Null: nothing of it is public. */
export const publishedOf = (publication: Publication | null, addressOf: (slug: string) => string): Published | null => {
  if (publication?.status !== 'published' || publication.publishedAt === null) return null;
  const { editions, slugs, publishedAt } = publication;
  return {
    at: publishedAt,
    toldTo({ language }) {
      for (const one of [language, ...LANGUAGES]) {
        const [edition, slug] = [editions[one], slugs[one]];
        if (edition && slug) return { title: edition.headline, url: addressOf(slug) };
      }
      return null;
    },
  };
};
