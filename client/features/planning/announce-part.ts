/** How far the planning has come: what is missing, what is known of speakers and slides, and announcing or cancelling. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LANGUAGES, type LocalText } from '../../../shared/kernel/language.ts';
import type { PlanningPhrase } from '../../../shared/languages/areas/planning.ts';
import { glanceOf } from '../../../shared/planning/glance.ts';
import type { Stage } from '../../../shared/workshop/planning/types.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import '../../ui/dialog.ts';
import './both-languages.ts';
import type { Written } from './both-languages.ts';
import { Part } from './part.ts';
import { partStyles } from './plan-styles.ts';

const missingOf = (view: WorkshopState): readonly PlanningPhrase[] => {
  const { brief } = view;
  const { minutes, items } = glanceOf(view);
  const { startsAt, endsAt } = brief;
  const slot = startsAt === undefined || endsAt === undefined ? null : (endsAt - startsAt) / 60_000;
  return [
    ...(LANGUAGES.some((language) => !brief.title[language]) ? (['missing.title'] as const) : []),
    ...(slot === null ? (['missing.time'] as const) : []),
    ...(brief.hosts.length === 0 ? (['missing.hosts'] as const) : []),
    ...(items === 0 ? (['missing.agenda'] as const) : []),
    ...(slot !== null && minutes > slot ? (['missing.over'] as const) : []),
  ];
};

@customElement('plenary-plan-announce')
export class AnnouncePart extends Part {
  static override styles = partStyles;
  @state() private asking = false;
  private reason: LocalText | null = null;

  async #set(stage: Stage): Promise<void> {
    this.asking = false;
    const reason = stage === 'cancelled' && this.reason !== null ? { reason: this.reason } : {};
    await this.ask({ type: 'planning/setStage', stage, ...reason });
  }

  #cancelling(): TemplateResult {
    return html`<ui-dialog
      .open=${this.asking}
      .heading=${this.t('cancelSure')}
      .closeLabel=${this.t('keepIt')}
      @close=${() => (this.asking = false)}
    >
      <plenary-both-languages
        .language=${this.language}
        .limit=${500}
        .label=${this.t('cancelReason')}
        @plenary-written=${({ text }: Written) => (this.reason = text)}
      ></plenary-both-languages>
      <div class="steps">
        <button class="danger" @click=${() => this.#set('cancelled')}>${this.t('cancelYes')}</button>
        <button @click=${() => (this.asking = false)}>${this.t('keepIt')}</button>
      </div>
    </ui-dialog>`;
  }

  override render(): TemplateResult {
    const { view } = this;
    if (view === null) return html``;
    const { stage } = view.planning;
    const missing = missingOf(view);
    const glance = glanceOf(view);
    const hasTime = !missing.includes('missing.time');
    return html`<p role="status"><strong>${this.t(`stage.${stage}`)}</strong></p>
      ${
        missing.length === 0
          ? html`<p>${this.t('allThere')}</p>`
          : html`<p>${this.t('missingTitle')}</p>
              <ul>
                ${missing.map((one) => html`<li>– ${this.t(one)}</li>`)}
              </ul>`
      }
      ${
        glance.speakers === 0
          ? nothing
          : html`<p class="soft">${this.t('readiness', { ...glance, series: '', hosts: '' })}</p>`
      }
      ${
        view.session.phase !== 'scheduled'
          ? nothing
          : html`<div class="steps">
              ${
                stage === 'draft'
                  ? html`<button class="primary" ?disabled=${!hasTime} @click=${() => this.#set('planned')}>
                      ${this.t('announce')}
                    </button>`
                  : stage === 'planned'
                    ? html`<button @click=${() => this.#set('draft')}>${this.t('makeDraft')}</button>
                        <button class="danger" @click=${() => (this.asking = true)}>${this.t('cancelIt')}</button>`
                    : html`<button @click=${() => this.#set(hasTime ? 'planned' : 'draft')}>
                        ${this.t('takeUp')}
                      </button>`
              }
            </div>`
      }
      ${this.#cancelling()}`;
  }
}
