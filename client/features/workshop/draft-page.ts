/** The page of a workshop's draft: finds the seat that may read it and fetches the draft's own region. Must not know articles. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { doorArea } from '../../../shared/languages/areas/door.ts';
import { keptSeat } from '../../store/memory.ts';
import { base } from '../../ui/base.css.ts';
import { PageShown } from '../page.ts';
import './notice.ts';

@customElement('plenary-draft-page')
export class PlenaryDraftPage extends LitElement {
  static override styles = base;

  @property({ attribute: false }) workshop!: WorkshopId;
  @property({ attribute: false }) language: Language = 'en';
  @state() private loaded: 'loading' | 'ready' | 'failed' = 'loading';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private readonly load = async (): Promise<void> => {
    this.loaded = 'loading';
    try {
      await import('../draft/draft.ts');
      this.loaded = 'ready';
    } catch {
      this.loaded = 'failed';
    }
  };

  override updated(): void {
    if (this.loaded === 'ready' && keptSeat(this.workshop) !== null) {
      this.dispatchEvent(new PageShown(say(doorArea, this.language, 'draftTitle')));
    }
  }

  private readonly authorization = (): string | null => {
    const seat = keptSeat(this.workshop);
    return seat && `Bearer ${seat.seatToken}`;
  };

  override render(): TemplateResult {
    const { language, workshop } = this;
    if (keptSeat(workshop) === null) {
      return html`<plenary-notice
        .heading=${say(doorArea, language, 'draftNoSeat')}
        .text=${say(doorArea, language, 'draftNoSeatText')}
        .steps=${[{ words: say(doorArea, language, 'toHome'), path: '/' }]}
      ></plenary-notice>`;
    }
    switch (this.loaded) {
      case 'loading':
        return html`<plenary-notice quiet .heading=${say(doorArea, language, 'draftLoading')}></plenary-notice>`;
      case 'failed':
        return html`<plenary-notice
          .heading=${say(doorArea, language, 'draftTitle')}
          .text=${say(doorArea, language, 'draftFailed')}
          .steps=${[{ words: say(doorArea, language, 'tryAgain'), act: this.load }]}
        ></plenary-notice>`;
      case 'ready':
        return html`<plenary-draft
          .workshop=${workshop}
          .authorization=${this.authorization}
          .language=${language}
        ></plenary-draft>`;
    }
  }
}
