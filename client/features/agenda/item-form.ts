/** The dialog in which an agenda item is added or changed. Must not know the list it stands beside. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fullName } from '../../../shared/directory/names.ts';
import { id, type AgendaItemId } from '../../../shared/kernel/ids.ts';
import { valuesOf } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { agendaArea } from '../../../shared/languages/areas/agenda.ts';
import { ITEM_KINDS, type AgendaItem } from '../../../shared/workshop/agenda/types.ts';
import '../../ui/dialog.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { planFromForm, type PlanFault } from './plan-from-form.ts';
import { mintId } from '../../store/mint.ts';

@customElement('plenary-item-form')
export class ItemForm extends Region {
  static override styles = [
    ...controls,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--gap-3);
      }
      .pair {
        display: grid;
        grid-template-columns: 2fr 1fr;
        gap: var(--gap-3);
        align-items: end;
      }
      .pair.even {
        grid-template-columns: 1fr 1fr;
      }
    `,
  ];
  @state() private item: AgendaItem | null = null;
  @state() private fault: PlanFault | null = null;
  @state() private open = false;

  /** Null adds a new item at the end. */
  openFor(item: AgendaItem | null): void {
    this.item = item;
    this.fault = null;
    this.open = true;
  }

  override render(): TemplateResult {
    const { language } = this;
    return html`<ui-dialog
      .open=${this.open}
      .heading=${say(agendaArea, language, this.item === null ? 'addTitle' : 'editTitle')}
      .closeLabel=${say(agendaArea, language, 'cancel')}
      @close=${() => (this.open = false)}
    >
      ${this.open ? this.#fields() : nothing}
    </ui-dialog>`;
  }

  #fields(): TemplateResult {
    const { item, language } = this;
    const first = item?.presenters[0];
    const presenter = first?.kind === 'person' ? first.person : '';
    const people = valuesOf(this.view?.roster.people ?? {});
    return html`<form @submit=${this.#save}>
      <div class="pair">
        <label
          >${say(agendaArea, language, 'fieldKind')}
          <select name="kind">
            ${ITEM_KINDS.map(
              (kind) =>
                html`<option value=${kind} ?selected=${kind === (item?.kind ?? 'discussion')}>
                  ${say(agendaArea, language, `kind.${kind}`)}
                </option>`,
            )}
          </select></label
        >
        <label
          >${say(agendaArea, language, 'fieldMinutes')}
          <input name="minutes" type="number" min="1" max="600" required .value=${String(item?.minutes ?? 10)} />
        </label>
      </div>
      <label
        >${say(agendaArea, language, 'fieldTitleEn')}
        <input name="en" lang="en" maxlength="300" .value=${item?.title.en ?? ''} />
      </label>
      <label
        >${say(agendaArea, language, 'fieldTitleZh')}
        <input name="zh" lang="zh-Hans" maxlength="300" .value=${item?.title['zh-Hans'] ?? ''} />
      </label>
      <label
        >${say(agendaArea, language, 'fieldPresenter')}
        <select name="presenter">
          <option value="">${say(agendaArea, language, 'noPresenter')}</option>
          ${people.map(
            (person) =>
              html`<option value=${person.id} ?selected=${person.id === presenter}>
                ${fullName(person.name, language)}
              </option>`,
          )}
        </select></label
      >
      <div class="pair even">
        <label
          >${say(agendaArea, language, 'fieldBuffer')}
          <input name="buffer" type="number" min="0" max="120" .value=${String(item?.buffer ?? 0)} />
        </label>
        <label
          >${say(agendaArea, language, 'fieldSpeech')}
          <input name="speech" type="number" min="1" max="120" .value=${String(item?.speechMinutes ?? '')} />
        </label>
      </div>
      <label
        >${say(agendaArea, language, 'fieldDeck')}
        <input name="deck" type="url" maxlength="500" placeholder="https://" .value=${item?.deck ?? ''} />
      </label>
      <label class="check">
        <input name="offTheRecord" type="checkbox" .checked=${item?.offTheRecord ?? false} />
        ${say(agendaArea, language, 'fieldOffTheRecord')}
      </label>
      ${this.fault === null ? nothing : html`<p class="fault" role="alert">${say(agendaArea, language, this.fault)}</p>`}
      <div class="steps">
        <button class="primary">${say(agendaArea, language, item === null ? 'addIt' : 'save')}</button>
        <button type="button" @click=${() => (this.open = false)}>${say(agendaArea, language, 'cancel')}</button>
      </div>
    </form>`;
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const typed = new FormData(event.target);
    const text = (name: string): string => {
      const value = typed.get(name);
      return typeof value === 'string' ? value : '';
    };
    const plan = planFromForm(
      {
        kind: text('kind'),
        en: text('en'),
        zh: text('zh'),
        minutes: text('minutes'),
        presenter: text('presenter'),
        buffer: text('buffer'),
        speech: text('speech'),
        deck: text('deck'),
        offTheRecord: typed.has('offTheRecord'),
      },
      this.view?.roster.people ?? {},
      this.item,
    );
    if (typeof plan === 'string') {
      this.fault = plan;
      return;
    }
    this.open = false;
    await this.ask(
      this.item === null
        ? { type: 'agenda/add', item: id<AgendaItemId>(mintId()), plan }
        : { type: 'agenda/edit', item: this.item.id, plan },
    );
  };
}
