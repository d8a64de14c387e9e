/** Media signalling for whoever holds a seat: joins the gateway with the facts that say who may, with the counters and the audit log. */
import type { Counters } from '../counters.ts';
import type { Audit } from '../ports/audit.ts';
import { mayAttendMedia } from '../workshops/rights.ts';
import { serveMedia, type MediaGatewayOptions, type MediaSocket } from './media-gateway.ts';
import type { Holder } from './socket-types.ts';

export const mediaFor =
  (ports: { readonly counters: Counters; readonly audit: Audit; readonly log: MediaGatewayOptions['log'] }) =>
  (socket: MediaSocket, { seat, running }: Holder): void =>
    serveMedia({
      socket,
      seat,
      mayAttend: () => mayAttendMedia(running.room, seat),
      openRoom: running.conductor.media,
      countMalformed: () => ports.counters.count('protocol.malformed'),
      refused: (action, code) =>
        ports.audit.note({ door: 'media', action, outcome: 'refused', code, seat, workshop: running.room.id }),
      log: ports.log,
    });
