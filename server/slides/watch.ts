/** Removes the pages of slides that an item no longer has. Owns hearing of it; what it misses, the nightly hour finds. */
import type { RoomListener, WorkshopRoom } from '../workshops/workshop-room.ts';
import type { DeckShelf } from '../ports/slides.ts';

export const createSlidesWatch =
  (shelf: Pick<DeckShelf, 'drop'>, onFault: (fault: unknown) => void) =>
  (room: WorkshopRoom): (() => void) => {
    const heard: RoomListener = ({ events }, before) => {
      for (const event of events) {
        if (event.type !== 'slides/put' && event.type !== 'slides/taken') continue;
        const old = before.slides.decks[event.item];
        if (old) shelf.drop(room.id, old.id).catch(onFault);
      }
    };
    return room.listen(heard);
  };
