/**
 * The page of a workshop's draft: finds out whether somebody edits it or reads it, and fetches that region alone. Must not know articles.
 * Editors come with a seat at the desk or with an account of the workshop's organization.
 */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { WorkshopId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { doorArea } from '../../../shared/languages/areas/door.ts';
import { readCopy } from '../../connection/drafting-api.ts';
import { keptSeat } from '../../store/memory.ts';
import { base } from '../../ui/base.css.ts';
import { PageShown } from '../page.ts';
import './notice.ts';

@customElement('plenary-draft-page')
export class PlenaryDraftPage extends LitElement {
  static override styles = base;

  @property({ attribute: false }) workshop!: WorkshopId;
  @property({ attribute: false }) language: Language = 'en';
  @state() private loaded: 'loading' | 'editor' | 'reader' | 'nobody' | 'failed' = 'loading';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private readonly load = async (): Promise<void> => {
    this.loaded = 'loading';
    try {
      const copy = await readCopy(this.workshop, this.authorization());
      if (copy.ok) {
        await import('../drafting/editor.ts');
        this.loaded = 'editor';
      } else if (copy.fault.status === 0 || copy.fault.status >= 500) this.loaded = 'failed';
      else if (keptSeat(this.workshop) === null) this.loaded = 'nobody';
      else {
        await import('../draft/draft.ts');
        this.loaded = 'reader';
      }
    } catch {
      this.loaded = 'failed';
    }
  };

  override updated(): void {
    if (this.loaded === 'editor' || this.loaded === 'reader') {
      this.dispatchEvent(new PageShown(say(doorArea, this.language, 'draftTitle')));
    }
  }

  private readonly authorization = (): string | null => {
    const seat = keptSeat(this.workshop);
    return seat && `Bearer ${seat.seatToken}`;
  };

  override render(): TemplateResult {
    const { language, workshop } = this;
    switch (this.loaded) {
      case 'nobody':
        return html`<plenary-notice
          .heading=${say(doorArea, language, 'draftNoSeat')}
          .text=${say(doorArea, language, 'draftNoSeatText')}
          .steps=${[{ words: say(doorArea, language, 'toHome'), path: '/' }]}
        ></plenary-notice>`;
      case 'loading':
        return html`<plenary-notice quiet .heading=${say(doorArea, language, 'draftLoading')}></plenary-notice>`;
      case 'failed':
        return html`<plenary-notice
          .heading=${say(doorArea, language, 'draftTitle')}
          .text=${say(doorArea, language, 'draftFailed')}
          .steps=${[{ words: say(doorArea, language, 'tryAgain'), act: this.load }]}
        ></plenary-notice>`;
      case 'editor':
        return html`<plenary-draft-editor
          .workshop=${workshop}
          .authorization=${this.authorization}
          .language=${language}
        ></plenary-draft-editor>`;
      case 'reader':
        return html`<plenary-draft
          .workshop=${workshop}
          .authorization=${this.authorization}
          .language=${language}
        ></plenary-draft>`;
    }
  }
}
