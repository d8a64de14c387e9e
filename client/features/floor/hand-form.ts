/** Raising the hand with a topic, or without: the one line beneath the queue. Shown to whoever may raise and has no hand up. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { say } from '../../../shared/languages/area.ts';
import { floorArea } from '../../../shared/languages/areas/floor.ts';
import { ENTRY_KINDS } from '../../../shared/workshop/floor/types.ts';
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
      select {
        width: auto;
        min-height: 2.25rem;
        padding-block: 0;
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
    const { kinds } = view.floor.rules;
    const label = say(floorArea, language, 'topic');
    return html`<form @submit=${this.#raise}>
      ${
        kinds.length > 1
          ? html`<select name="kind" aria-label=${say(floorArea, language, 'kind')}>
              ${kinds.map((kind) => html`<option value=${kind}>${say(floorArea, language, `kind.${kind}`)}</option>`)}
            </select>`
          : nothing
      }
      <input name="topic" maxlength="120" autocomplete="off" aria-label=${label} placeholder=${label} />
      <button>${say(floorArea, language, 'raise')}</button>
    </form>`;
  }

  readonly #raise = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const topic = valueOf(form, 'topic');
    const kind = ENTRY_KINDS.find((one) => one === valueOf(form, 'kind'));
    void this.ask({
      type: 'floor/raiseHand',
      ...(topic !== '' && { topic }),
      ...(kind !== undefined && kind !== 'contribution' && { kind }),
    });
  };
}
