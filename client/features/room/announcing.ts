/** Says changes of the facts aloud once, for those who hear the room rather than see it. What is said is announcements.ts's affair. */
import type { Instant, SeatId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { announce } from '../../ui/live-region.ts';
import { announcements } from './announcements.ts';

export class Announcing {
  #heard: WorkshopState | null = null;

  /** The first view is where listening begins: what was already so is not news. */
  hear(view: WorkshopState | null, self: SeatId, language: Language, now: Instant): void {
    if (view === null || view === this.#heard) return;
    if (this.#heard !== null)
      for (const words of announcements(this.#heard, view, self, language, now)) announce(words);
    this.#heard = view;
  }
}
