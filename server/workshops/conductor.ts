/** Carries the facts' consequences to the media plane: opens a room's media when first asked and obeys what the facts order. */
import { isSilenced, mayPublish, mediaOrders } from '../../shared/workshop/media-orders.ts';
import type { MediaPlane, MediaRoom } from '../ports.ts';
import type { WorkshopRoom } from './workshop-room.ts';

export interface Conductor {
  /** The room's media, opened at the first call; rejects with a Fault when the plane has no worker. */
  media(): Promise<MediaRoom>;
  close(): void;
}

export const createConductor = (room: WorkshopRoom, plane: MediaPlane): Conductor => {
  let opening: Promise<MediaRoom> | null = null;

  const closeMedia = (): void => {
    const closing = opening;
    opening = null;
    void closing?.then(
      (media) => media.close(),
      () => undefined,
    );
  };

  const unlisten = room.listen((_entry, before, after) => {
    const orders = mediaOrders(before, after);
    if (orders.length === 0 || !opening) return;
    if (orders.some((order) => order.kind === 'closeRoom')) return closeMedia();
    void opening.then(
      (media) => media.obey(orders),
      () => undefined,
    );
  });

  return {
    media() {
      opening ??= plane
        .open(room.id, {
          mayPublish: (seat, source) => mayPublish(room.state, seat, source),
          isSilenced: (seat, source) => isSilenced(room.state, seat, source),
        })
        .catch((fault: unknown) => {
          opening = null;
          throw fault;
        });
      return opening;
    },
    close() {
      unlisten();
      closeMedia();
    },
  };
};
