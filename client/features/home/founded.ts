/** What a new workshop leaves on this device: the seat, the links, its place in the list. Then on to its page. */
import type { Founded } from '../../connection/api.ts';
import { keepLinks, keepSeat, keepWorkshop } from '../../store/memory.ts';
import { go } from '../page.ts';

export const enterFounded = (from: EventTarget, { workshop, seat, seatToken, links }: Founded, title: string): void => {
  keepSeat(workshop, { seat, seatToken });
  keepLinks(workshop, links);
  keepWorkshop({ id: workshop, title });
  go(from, `/w/${workshop}`);
};
