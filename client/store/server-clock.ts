/**
 * The server's clock as seen from here: an offset to the browser's monotonic clock, so that a changed wall clock changes nothing.
 * Of several readings the one with the least delay is right: delay only ever makes the server look earlier.
 */
import { instant, type Instant } from '../../shared/kernel/ids.ts';

export interface ServerClock {
  now(): Instant;
  /** A reading that came in just now. */
  hear(serverTime: Instant): void;
  /** Begins anew: after a reconnect the server may be another process on another clock. */
  restart(serverTime: Instant): void;
}

/** `monotonic` answers milliseconds; `start` stands until the first reading. */
export const serverClock = (monotonic: () => number, start: number): ServerClock => {
  let offset = start - monotonic();
  return {
    now: () => instant(Math.round(monotonic() + offset)),
    hear(serverTime) {
      offset = Math.max(offset, serverTime - monotonic());
    },
    restart(serverTime) {
      offset = serverTime - monotonic();
    },
  };
};
