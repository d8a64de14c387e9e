/** Asks the room to open an item's slides. */
import type { AgendaItemId } from '../../../shared/kernel/ids.ts';

export class SlidesAsked extends Event {
  static readonly type = 'plenary-slides-asked';
  readonly item: AgendaItemId;

  constructor(item: AgendaItemId) {
    super(SlidesAsked.type, { bubbles: true, composed: true });
    this.item = item;
  }
}
