/**
 * The room's dialogs: consents, links, slides, keys. Owns fetching each one's script when it is first asked for, and saying when it does not come;
 * must not know what they hold. That of the consents comes by itself after the room, since it may have something to ask.
 */
import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import type { AgendaItemId } from '../../../shared/kernel/ids.ts';
import type { Connection } from '../../connection/connection.ts';
import type { Consents } from '../consents/consents.ts';
import type { Links } from '../links/links.ts';
import type { SlidesDialog } from '../slides/slides-dialog.ts';
import { fetched } from './fetched.ts';
import { Region } from './region.ts';
import type { ShortcutList } from './shortcut-list.ts';

interface Shown {
  show(): void;
}

@customElement('plenary-room-dialogs')
export class RoomDialogs extends Region {
  @property({ attribute: false }) connection!: Connection;
  readonly #consents = createRef<Consents>();
  readonly #links = createRef<Links>();
  readonly #shortcuts = createRef<ShortcutList>();
  /** Without `showFor` until its script is here. */
  readonly #slides = createRef<Element & Partial<Pick<SlidesDialog, 'showFor'>>>();

  myConsents(): Promise<void> {
    return this.#show(this.#consents, () => import('../consents/consents.ts'));
  }

  links(): Promise<void> {
    return this.#show(this.#links, () => import('../links/links.ts'));
  }

  shortcuts(): Promise<void> {
    return this.#show(this.#shortcuts, () => import('./shortcut-list.ts'));
  }

  async slides(item: AgendaItemId): Promise<void> {
    await this.#load(() => import('../slides/slides-dialog.ts'));
    this.#slides.value?.showFor?.(item);
  }

  async #show(dialog: Ref<Element & Shown>, load: () => Promise<unknown>): Promise<void> {
    if (await this.#load(load)) dialog.value?.show();
  }

  #load(load: () => Promise<unknown>): Promise<boolean> {
    return fetched(load, this.language);
  }

  override render(): TemplateResult {
    const { store, language, connection } = this;
    return html`<plenary-consents
        ${ref(this.#consents)}
        .store=${store}
        .language=${language}
        .connection=${connection}
      ></plenary-consents>
      <plenary-links
        ${ref(this.#links)}
        .store=${store}
        .language=${language}
        .connection=${connection}
      ></plenary-links>
      <plenary-slides-dialog
        ${ref(this.#slides)}
        .store=${store}
        .language=${language}
        .connection=${connection}
      ></plenary-slides-dialog>
      <plenary-shortcut-list ${ref(this.#shortcuts)} .language=${language}></plenary-shortcut-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-room-dialogs': RoomDialogs;
  }
}
