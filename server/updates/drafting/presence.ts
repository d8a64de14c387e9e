/**
 * Who has a working copy open just now, and in which sentence each is typing. Owns who counts as there: a page is there while it waits for changes,
 * and for a moment between two waits. In memory only, written down nowhere.
 */
import type { Author } from '../../../shared/drafting/working-copy.ts';
import type { Present, PresentReply } from '../../../shared/drafting/replies.ts';
import { instant, type WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Clock } from '../../ports.ts';

/** Between an answer and the next wait; a page whose network was cut is gone after it. */
const GRACE_MS = 4000;
const MOST_PAGES = 80;

interface Page extends Present {
  readonly by: string;
  waits: number;
  forget: () => void;
}

interface Room {
  version: number;
  readonly pages: Map<string, Page>;
}

/** No page speaks for another person's. */
const keyOf = ({ account, seat }: Author): string => `${account ?? ''} ${seat ?? ''}`;

export interface Presence {
  /** A page waits for changes, typing there or nowhere; the answer is called when it has its answer or is gone. */
  wait(workshop: WorkshopId, page: string, by: Author, at: Present['at']): () => void;
  /** What this page may be shown: everybody else. */
  seenBy(workshop: WorkshopId, page: string): PresentReply;
}

export const createPresence = (clock: Clock, changed: (workshop: WorkshopId) => void): Presence => {
  const rooms = new Map<WorkshopId, Room>();
  const roomOf = (workshop: WorkshopId): Room => {
    // From the clock, so that a number from before a restart is none of these.
    const room = rooms.get(workshop) ?? { version: clock.now(), pages: new Map<string, Page>() };
    rooms.set(workshop, room);
    return room;
  };
  const tell = (workshop: WorkshopId): void => {
    roomOf(workshop).version += 1;
    changed(workshop);
  };

  return {
    wait(workshop, page, by, at) {
      const { pages } = roomOf(workshop);
      const before = pages.get(page);
      const key = keyOf(by);
      if (before ? before.by !== key : pages.size >= MOST_PAGES) return () => undefined;
      before?.forget();
      const here: Page = { name: by.name, at, by: key, waits: (before?.waits ?? 0) + 1, forget: () => undefined };
      pages.set(page, here);
      const isSame = before?.at?.piece === at?.piece && before?.at?.language === at?.language;
      if (!before || !isSame) tell(workshop);
      let isOver = false;
      return () => {
        const now = pages.get(page);
        if (isOver || !now) return;
        isOver = true;
        now.waits -= 1;
        if (now.waits > 0) return;
        now.forget = clock.alarm(instant(clock.now() + GRACE_MS), () => {
          pages.delete(page);
          tell(workshop);
        });
      };
    },
    seenBy(workshop, page) {
      const { version, pages } = roomOf(workshop);
      const others = [...pages].filter(([key]) => key !== page).map(([, { name, at }]) => ({ name, at }));
      return { version, others };
    },
  };
};
