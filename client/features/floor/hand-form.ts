/** Raising the hand with a topic, or without: the one line beneath the queue. Shown to whoever may raise and has no hand up. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { floorArea } from '../../../shared/languages/areas/floor.ts';
import { isQueued } from '../../../shared/workshop/floor/selectors.ts';
import { valueOf } from '../../ui/field.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';

@customElement('plenary-hand-form')
export class HandForm extends Region {
  static override styles = [
    ...controls,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2);
        margin-top: var(--gap-2);
      }
      input {
        flex: 1 1 11rem;
        min-width: 0;
        min-height: 2.25rem;
        padding-block: 0;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { view, language } = this;
    const { seat } = this.store;
    if (view?.session.phase !== 'live' || !this.store.may('floor.raise')) return nothing;
    if (!view.floor.open || isQueued(view.floor, seat) || view.floor.holder?.seat === seat) return nothing;
    const label = say(floorArea, language, 'topic');
    return html`<form @submit=${this.#raise}>
      <input name="topic" maxlength="120" autocomplete="off" aria-label=${label} placeholder=${label} />
      <button>${say(floorArea, language, 'raise')}</button>
    </form>`;
  }

  readonly #raise = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const topic = valueOf(event.target, 'topic');
    void this.ask(topic === '' ? { type: 'floor/raiseHand' } : { type: 'floor/raiseHand', topic });
  };
}
