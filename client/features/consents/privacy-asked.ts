/** What is asked of the table around the room: the dialog of the workshop's consents, or of taking somebody's name away. Must not know the dialogs. */
import type { PersonId } from '../../../shared/kernel/ids.ts';

export class PrivacyAsked extends Event {
  readonly wish: 'policy' | { readonly person: PersonId };

  constructor(wish: PrivacyAsked['wish']) {
    super('plenary-privacy', { bubbles: true, composed: true });
    this.wish = wish;
  }
}
