/** What the hand's button says: raise, or where the raised hand stands. Pure. */
import type { SeatId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { floorArea } from '../../../shared/languages/areas/floor.ts';
import { positionOf } from '../../../shared/workshop/floor/selectors.ts';
import type { FloorState } from '../../../shared/workshop/floor/types.ts';
import { ordinal } from '../room/ordinal.ts';

/** "Raised, 3rd of 5"; null while no hand of this seat is up. */
export const raisedWords = (floor: FloorState, seat: SeatId, language: Language): string | null => {
  const position = positionOf(floor, seat);
  if (position === null) return null;
  const values = { ordinal: ordinal(position, language), count: floor.queue.length };
  return say(floorArea, language, 'raisedAt', values);
};
