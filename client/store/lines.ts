/** How others' lines carry, as the desk is told: the last word of each seat, until it is too old to mean anything. Must not know where it is shown. */
import { signal } from '@lit-labs/signals';
import type { SeatId } from '../../shared/kernel/ids.ts';
import type { LineQuality } from '../../shared/protocol/workshop-messages.ts';
import type { Connection } from '../connection/connection.ts';
import type { Readable } from '../connection/signals.ts';

const KEPT_MS = 30_000;

export const linesOfOthers = (connection: Pick<Connection, 'listen'>): Readable<ReadonlyMap<SeatId, LineQuality>> => {
  const lines$ = signal<ReadonlyMap<SeatId, LineQuality>>(new Map());
  connection.listen({
    line(seat, quality) {
      lines$.set(new Map(lines$.get()).set(seat, quality));
      setTimeout(() => {
        if (lines$.get().get(seat) !== quality) return;
        lines$.set(new Map([...lines$.get()].filter(([one]) => one !== seat)));
      }, KEPT_MS);
    },
  });
  return lines$;
};
