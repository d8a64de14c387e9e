/** From where somebody is signed in, and ending it. Owns naming browsers in words. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { accountArea, type AccountPhrase } from '../../../shared/languages/areas/account.ts';
import { endOtherSessions, endSession, readSessions, type OwnSession } from '../../connection/account-api.ts';
import { refreshMe } from '../../store/account.ts';
import { base, buttons } from '../../ui/base.css.ts';
import { go } from '../page.ts';
import { dayOf } from '../when.ts';
import { accountStyles } from './account-styles.ts';
import { accountFaultWords } from './fault-words.ts';
import { partStyles } from './parts-styles.ts';

const BROWSERS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** A browser's long name of itself, as people know it; what nobody knows is shown as it came. */
const browserIn = (named: string): string => {
  const [browser, system] = [BROWSERS, SYSTEMS].map((list) => list.find(([mark]) => named.includes(mark))?.[1]);
  return [browser, system].filter((word) => word !== undefined).join(' · ') || named.slice(0, 60) || '—';
};

@customElement('plenary-session-list')
export class PlenarySessionList extends LitElement {
  static override styles = [base, buttons, accountStyles, partStyles];

  @property({ attribute: false }) language: Language = 'en';
  @state() private sessions: readonly OwnSession[] = [];
  @state() private fault: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fetch();
  }

  private t(key: AccountPhrase, values?: Values): string {
    return say(accountArea, this.language, key, values);
  }

  private readonly fetch = async (): Promise<void> => {
    const answer = await readSessions();
    this.fault = answer.ok ? null : answer.fault.code;
    if (answer.ok) this.sessions = answer.value.sessions;
  };

  private async end(session: OwnSession): Promise<void> {
    const answer = await endSession(session.id);
    if (answer.ok && session.isThis) {
      await refreshMe();
      go(this, '/');
      return;
    }
    await this.fetch();
  }

  private readonly endOthers = async (): Promise<void> => {
    await endOtherSessions();
    await this.fetch();
  };

  override render(): TemplateResult {
    const { language, sessions, fault } = this;
    return html`${fault === null ? nothing : html`<p class="fault" role="alert">${accountFaultWords(fault, language)}</p>`}
      <ul>
        ${sessions.map(
          (one) =>
            html`<li>
              <span class="what"
                >${browserIn(one.browser)}
                <span class="soft small"
                  >${one.isThis ? this.t('thisBrowser') : this.t('lastSeen', { when: dayOf(one.seenAt, language) })}</span
                ></span
              >
              <button aria-label="${this.t('end')}: ${browserIn(one.browser)}" @click=${() => this.end(one)}>
                ${this.t('end')}
              </button>
            </li>`,
        )}
      </ul>
      ${sessions.length > 1 ? html`<button @click=${this.endOthers}>${this.t('endOthers')}</button>` : nothing}`;
  }
}
