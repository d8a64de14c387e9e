/**
 * What is done with a whole workshop, each in a dialog: a copy or the next of its series, a series, a template, deletion. Owns asking and sending;
 * tells by `plenary-done` that the lists are to be read again.
 */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { instant } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { organizingArea, type OrganizingPhrase } from '../../../shared/languages/areas/organizing.ts';
import { atOnWall, recurring, type Recurrence } from '../../../shared/planning/recurrence.ts';
import { bothZones } from '../../../shared/times/both-zones.ts';
import {
  copyWorkshop,
  deleteWorkshop,
  makeSeries,
  readLosses,
  saveTemplate,
  setArchived,
  type ListedWorkshop,
  type Losses,
} from '../../connection/planning-api.ts';
import type { Answer } from '../../connection/http.ts';
import { keepSeat } from '../../store/memory.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import '../../ui/dialog.ts';
import { typedIn, valueOf } from '../../ui/field.ts';
import { toast } from '../../ui/toast.ts';
import { go } from '../page.ts';
import { titleIn } from '../title.ts';
import { ownZone } from '../in-both-zones.ts';
import { organizingFault } from './fault-words.ts';
import type { Wish } from './workshop-rows.ts';

const RULES = {
  'every.week': { every: 'week', interval: 1 },
  'every.week2': { every: 'week', interval: 2 },
  'every.monthWeekday': { every: 'monthWeekday', interval: 1 },
  'every.monthDay': { every: 'monthDay', interval: 1 },
  'every.monthWeekday3': { every: 'monthWeekday', interval: 3 },
} as const satisfies Readonly<Record<string, Recurrence>>;
type RuleName = keyof typeof RULES;
const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];
const LOSSES = ['entries', 'seats', 'links', 'lines', 'files', 'drafts'] as const;

@customElement('plenary-wishes')
export class Wishes extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      li {
        padding-block: var(--gap-1);
      }
      .dates {
        max-height: 14rem;
        margin-block: var(--gap-3);
        overflow: auto;
      }
      p {
        margin-block-end: var(--gap-3);
      }
      ul {
        margin-block-end: var(--gap-3);
      }
    `,
  ];

  @property({ attribute: false }) language: Language = 'en';
  @state() private asked: { readonly wish: Wish; readonly workshop: ListedWorkshop } | null = null;
  @state() private fault = '';
  @state() private losses: Losses | null = null;
  @state() private rule: RuleName = 'every.monthWeekday';
  @state() private count = 3;
  @state() private typed = '';
  @state() private isBusy = false;

  show(wish: Wish, workshop: ListedWorkshop): void {
    if (wish === 'archive') return void this.archive(workshop);
    this.fault = this.typed = '';
    this.losses = null;
    this.asked = { wish, workshop };
    if (wish === 'remove') void this.readWhatGoes(workshop);
  }

  private t(key: OrganizingPhrase, values?: Values): string {
    return say(organizingArea, this.language, key, values);
  }

  private async run<T>(work: Promise<Answer<T>>, done: (value: T) => void): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    const answer = await work;
    this.isBusy = false;
    this.fault = answer.ok ? '' : organizingFault(answer.fault, this.language);
    if (!answer.ok) return void (this.asked === null && toast(this.fault, 'kindNo'));
    this.asked = null;
    done(answer.value);
    this.dispatchEvent(new Event('plenary-done'));
  }

  private archive(workshop: ListedWorkshop): Promise<void> {
    const title = titleIn(workshop.title, this.language);
    return this.run(setArchived(workshop.id, !workshop.archived), () =>
      toast(this.t(workshop.archived ? 'unarchived' : 'archived', { title })),
    );
  }

  private async readWhatGoes({ id }: ListedWorkshop): Promise<void> {
    const answer = await readLosses(id);
    if (answer.ok) this.losses = answer.value;
    else this.fault = organizingFault(answer.fault, this.language);
  }

  private readonly copy = (event: SubmitEvent, as: 'copy' | 'next', { id, glance }: ListedWorkshop): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const [day, hour] = [valueOf(event.target, 'day'), valueOf(event.target, 'hour')];
    const zone = glance?.timeZone ?? ownZone();
    const startsAt = day === '' ? null : atOnWall(`${day}T${hour === '' ? '14:00' : hour}`, zone);
    const keepsSpeakers = valueOf(event.target, 'speakers') !== '';
    void this.run(copyWorkshop(id, { startsAt, as, keepsSpeakers }), ({ workshop, seat, seatToken }) => {
      keepSeat(workshop, { seat, seatToken });
      go(this, `/w/${workshop}/plan`);
    });
  };

  private renderCopy(as: 'copy' | 'next', one: ListedWorkshop): TemplateResult {
    const zone = (one.glance?.timeZone ?? ownZone()).replaceAll('_', ' ');
    return html`<form @submit=${(event: SubmitEvent) => this.copy(event, as, one)}>
      <p>${this.t('copied')}</p>
      <p class="soft">${this.t('notCopied')}</p>
      <div class="field">
        <label for="day">${this.t('date')}</label>
        <input id="day" name="day" type="date" />
      </div>
      <div class="field">
        <label for="hour">${this.t('hour', { zone })}</label>
        <input id="hour" name="hour" type="time" />
      </div>
      <label class="check"><input type="checkbox" name="speakers" /> ${this.t('keepSpeakers')}</label>
      <div class="steps"><button class="primary" ?disabled=${this.isBusy}>${this.t('makeCopy')}</button></div>
    </form>`;
  }

  private renderSeries(one: ListedWorkshop): TemplateResult {
    const { startsAt, glance } = one;
    const zone = glance?.timeZone ?? ownZone();
    if (startsAt === null) return html`<p>${this.t('repeatNoTime')}</p>`;
    const times = recurring(instant(startsAt), zone, RULES[this.rule], this.count);
    const text = (at: number): string => {
      const { there, here, shiftText } = bothZones({ from: at }, zone, ownZone(), this.language);
      const shift = shiftText === '' ? '' : `, ${shiftText}`;
      const own = here === null ? '' : ` · ${this.t('whenHere', { time: here.clock + shift })}`;
      return `${there.text} (${there.offset})${own}`;
    };
    return html`<p>${this.t('repeatText', { zone: zone.replaceAll('_', ' ') })}</p>
      <div class="field">
        <label for="rule">${this.t('every')}</label>
        <select
          id="rule"
          @change=${(event: Event) => (this.rule = RULE_NAMES.find((name) => name === typedIn(event)) ?? this.rule)}
        >
          ${RULE_NAMES.map((name) => html`<option value=${name} ?selected=${name === this.rule}>${this.t(name)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="count">${this.t('count')}</label>
        <input
          id="count"
          type="number"
          min="1"
          max="26"
          .value=${String(this.count)}
          @input=${(event: Event) => (this.count = Math.min(26, Math.max(1, Math.floor(Number(typedIn(event))) || 1)))}
        />
      </div>
      <ol class="dates clock" tabindex="0" aria-label=${this.t('date')}>
        ${times.map(
          ({ at, hour }) =>
            html`<li>
              ${text(at)}${hour === 'once' ? nothing : html` <strong>${this.t(hour === 'twice' ? 'hourTwice' : 'hourSkipped')}</strong>`}
            </li>`,
        )}
      </ol>
      <div class="steps">
        <button
          class="primary"
          ?disabled=${this.isBusy}
          @click=${() =>
            this.run(makeSeries(one.id, { rule: RULES[this.rule], count: this.count, keepsSpeakers: false }), (made) =>
              toast(this.t('seriesMade', { count: made.workshops.length })),
            )}
        >
          ${this.t('makeSeries', { count: this.count })}
        </button>
      </div>`;
  }

  private renderTemplate(one: ListedWorkshop): TemplateResult {
    const save = (event: SubmitEvent): void => {
      event.preventDefault();
      if (!(event.target instanceof HTMLFormElement)) return;
      const name = valueOf(event.target, 'name');
      const written = /\p{Script=Han}/u.test(name) ? { 'zh-Hans': name } : { en: name };
      void this.run(saveTemplate(one.id, written), () => toast(this.t('templateSaved')));
    };
    return html`<form @submit=${save}>
      <div class="field">
        <label for="name">${this.t('templateName')}</label>
        <input
          id="name"
          name="name"
          required
          maxlength="200"
          autocomplete="off"
          .value=${titleIn(one.title, this.language)}
        />
      </div>
      <div class="steps"><button class="primary" ?disabled=${this.isBusy}>${this.t('save')}</button></div>
    </form>`;
  }

  private renderRemoval(one: ListedWorkshop): TemplateResult {
    const title = titleIn(one.title, this.language);
    const { losses } = this;
    return html`<p>${this.t('removeText')}</p>
      <ul>
        ${
          losses === null
            ? html`<li class="soft">${this.t('loading')}</li>`
            : LOSSES.filter((kind) => losses[kind] > 0).map(
                (kind) => html`<li>– ${this.t(`loss.${kind}`, { count: losses[kind] })}</li>`,
              )
        }
      </ul>
      <p class="soft">${this.t('keeps')}</p>
      ${losses !== null && losses.published > 0 ? html`<p>${this.t('published')}</p>` : nothing}
      <div class="field">
        <label for="confirm">${this.t('typeTitle', { title })}</label>
        <input
          id="confirm"
          autocomplete="off"
          .value=${this.typed}
          @input=${(event: Event) => (this.typed = typedIn(event))}
        />
      </div>
      <div class="steps">
        <button
          class="danger"
          ?disabled=${this.isBusy || losses === null || this.typed.trim() !== title.trim()}
          @click=${() => this.run(deleteWorkshop(one.id, this.typed.trim()), () => toast(this.t('removed', { title })))}
        >
          ${this.t('removeIt')}
        </button>
      </div>`;
  }

  private renderAsked(wish: Wish, one: ListedWorkshop): TemplateResult | typeof nothing {
    switch (wish) {
      case 'copy':
      case 'next':
        return this.renderCopy(wish, one);
      case 'repeat':
        return this.renderSeries(one);
      case 'saveTemplate':
        return this.renderTemplate(one);
      case 'remove':
        return this.renderRemoval(one);
      case 'archive':
        return nothing;
    }
  }

  override render(): TemplateResult {
    const { asked } = this;
    const heading = {
      copy: 'copyHeading',
      next: 'nextHeading',
      repeat: 'repeatHeading',
      saveTemplate: 'templateHeading',
      remove: 'removeHeading',
      archive: 'archive',
    } as const;
    return html`<ui-dialog
      .open=${asked !== null}
      .heading=${asked === null ? '' : this.t(heading[asked.wish], { title: titleIn(asked.workshop.title, this.language) })}
      .closeLabel=${this.t('close')}
      @close=${() => (this.asked = null)}
    >
      ${asked === null ? nothing : this.renderAsked(asked.wish, asked.workshop)}
      ${this.fault === '' ? nothing : html`<p class="fault" role="alert">${this.fault}</p>`}
    </ui-dialog>`;
  }
}
