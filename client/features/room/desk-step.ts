/** The desk's next step as one button that says what will happen: begin, end the item and go on, end. Nothing for others. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { textIn } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { minutesOf } from '../../../shared/workshop/agenda/selectors.ts';
import type { AgendaItem } from '../../../shared/workshop/agenda/types.ts';
import { deskStep } from '../../../shared/workshop/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { icon } from '../../ui/icon.ts';
import type { Confirm } from './confirm.ts';
import './confirm.ts';
import { Region } from './region.ts';
import { controls } from './styles.ts';

@customElement('plenary-desk-step')
export class DeskStepButton extends Region {
  static override styles = [
    ...controls,
    css`
      :host {
        min-width: 0;
      }
      .step {
        display: flex;
        align-items: center;
        gap: var(--gap-1);
      }
      .next {
        flex: 1;
        min-width: 0;
        max-width: 30rem;
        padding-block: var(--gap-1);
        white-space: normal;
        text-wrap: balance;
      }
      @media (max-width: 1023px) {
        .next {
          max-width: none;
          font-size: var(--size-1);
        }
      }
    `,
  ];
  /** One step at a time: a second click must not end the item that the first has just begun. */
  @state() private busy = false;
  readonly #confirm = createRef<Confirm>();

  override render(): TemplateResult | typeof nothing {
    const { view } = this;
    if (view === null || !this.store.may('session.run')) return nothing;
    const live = view.session.phase === 'live';
    const step = deskStep(view);
    return html`<div class="step">
        ${this.#main(view)}
        ${
          live && step.step !== 'end'
            ? html`<button class="quiet" @click=${this.#end}>${this.#say('end')}</button>`
            : nothing
        }
      </div>
      <plenary-confirm ${ref(this.#confirm)}></plenary-confirm>`;
  }

  #main(view: WorkshopState): TemplateResult | typeof nothing {
    const step = deskStep(view);
    switch (step.step) {
      case 'begin':
        return this.#button(step.first === null ? this.#say('begin') : this.#named('beginWith', step.first), () =>
          this.#begin(step.first),
        );
      case 'next':
        return this.#button(this.#named(view.agenda.current === null ? 'firstItem' : 'next', step.item), () =>
          this.ask({ type: 'agenda/next' }),
        );
      case 'endItem':
        return this.#button(this.#say('endItem'), () => this.ask({ type: 'agenda/endItem' }));
      case 'end':
        return this.#button(this.#say('end'), () => this.#end());
      case 'draft':
        return html`<button @click=${() => this.#once(() => this.ask({ type: 'session/reopen' }))}>
          ${this.#say('reopen')}
        </button>`;
    }
  }

  #say(key: keyof (typeof roomArea)['en'], values?: Readonly<Record<string, string | number>>): string {
    return say(roomArea, this.language, key, values);
  }

  #named(key: 'beginWith' | 'next' | 'firstItem', item: AgendaItem): string {
    return this.#say(key, { title: textIn(item.title, this.language), minutes: minutesOf(item) });
  }

  #button(words: string, act: () => Promise<unknown>): TemplateResult {
    return html`<button class="primary next" title=${words} ?disabled=${this.busy} @click=${() => this.#once(act)}>
      <span>${words}</span>${icon('next')}
    </button>`;
  }

  async #once(act: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await act();
    } finally {
      this.busy = false;
    }
  }

  async #begin(first: AgendaItem | null): Promise<void> {
    if ((await this.ask({ type: 'session/begin' })) && first !== null)
      await this.ask({ type: 'agenda/begin', item: first.id });
  }

  readonly #end = async (): Promise<void> => {
    const sure = await this.#confirm.value?.asks({
      title: this.#say('endTitle'),
      text: this.#say('endText'),
      yes: this.#say('end'),
      no: this.#say('cancel'),
      harm: true,
    });
    if (sure === true) await this.ask({ type: 'session/end' });
  };
}
