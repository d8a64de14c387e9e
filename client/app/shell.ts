/**
 * The frame around every page: the name, the language, the theme, and which page is shown. Owns navigation, titles and where the focus
 * goes; must not know what a page does.
 */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LANGUAGES, type Language } from '../../shared/kernel/language.ts';
import { say } from '../../shared/languages/area.ts';
import { shellArea } from '../../shared/languages/areas/shell.ts';
import type { Going, PageShown } from '../features/page.ts';
import { leave, me$, refreshMe } from '../store/account.ts';
import { chooseLanguage, language$ } from '../store/language.ts';
import { chooseTheme, theme$, THEMES } from '../store/theme.ts';
import { base, buttons } from '../ui/base.css.ts';
import { icon } from '../ui/icon.ts';
import '../ui/live-region.ts';
import { toast } from '../ui/toast.ts';
import { loadPage, type LoadedPage } from './pages.ts';
import './person-menu.ts';
import { routeOf } from './routes.ts';
import { shellStyles } from './shell-styles.ts';

const NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '中文' };

type Shown =
  { readonly kind: 'loading' } | { readonly kind: 'page'; readonly page: LoadedPage } | { readonly kind: 'failed' };

@customElement('plenary-app')
export class PlenaryApp extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, shellStyles];

  @state() private shown: Shown = { kind: 'loading' };
  @state() private fills = false;
  @state() private pageTitle = '';
  private path = '';
  /** The first page leaves the focus where the browser put it; from then on it follows to each new heading. */
  private hasNavigated = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.follow);
    this.addEventListener('click', this.clicked);
    void this.show();
    void refreshMe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.follow);
    this.removeEventListener('click', this.clicked);
  }

  private readonly follow = (): void => {
    if (location.pathname === this.path) return;
    this.hasNavigated = true;
    void this.show();
  };

  private readonly goTo = (path: string): void => {
    history.pushState(null, '', path);
    this.follow();
    scrollTo(0, 0);
  };

  private readonly clicked = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.origin !== location.origin || link.target !== '' || link.hasAttribute('download')) return;
    // Program Updates are pages of the server's.
    if (/^\/updates(?:\/|$)/.test(link.pathname)) return;
    event.preventDefault();
    this.goTo(link.pathname + link.search + link.hash);
  };

  private async show(): Promise<void> {
    const path = (this.path = location.pathname);
    this.shown = { kind: 'loading' };
    this.fills = false;
    try {
      const page = await loadPage(routeOf(path));
      if (this.path === path) this.shown = { kind: 'page', page };
    } catch {
      if (this.path === path) this.shown = { kind: 'failed' };
    }
  }

  private readonly pageShown = (event: PageShown): void => {
    document.title = event.pageTitle === '' ? 'Plenary' : `${event.pageTitle} · Plenary`;
    this.pageTitle = event.pageTitle;
    this.fills = event.fills;
    const [page] = event.composedPath();
    if (this.hasNavigated && page instanceof HTMLElement) {
      page.shadowRoot?.querySelector<HTMLElement>('h1[tabindex]')?.focus();
    }
  };

  private readonly nextTheme = (): void => {
    chooseTheme(THEMES[(THEMES.indexOf(theme$.get()) + 1) % THEMES.length] ?? 'auto');
  };

  private readonly signOut = async (): Promise<void> => {
    if (await leave()) this.goTo('/');
    else toast(say(shellArea, language$.get(), 'signOutFailed'));
  };

  /** Who is signed in; nothing before the server has answered, and nothing in a room, where a seat counts. */
  private renderVisitor(language: Language): TemplateResult | typeof nothing {
    const me = me$.get();
    if (me === undefined || this.fills) return nothing;
    if (me === null) return html`<a class="button quiet" href="/sign-in">${say(shellArea, language, 'signIn')}</a>`;
    return html`<plenary-person-menu
      .me=${me}
      .language=${language}
      @plenary-sign-out=${this.signOut}
    ></plenary-person-menu>`;
  }

  private renderHeader(language: Language): TemplateResult {
    const theme = theme$.get();
    const themeName = say(shellArea, language, `theme.${theme}`);
    return html`<header>
      ${
        this.fills
          ? html`<span class="name">Plenary</span>
              <h1>${this.pageTitle}</h1>`
          : html`<a class="name" href="/" aria-label=${say(shellArea, language, 'toHome')}>Plenary</a>`
      }
      <nav aria-label=${say(shellArea, language, 'settings')}>
        ${LANGUAGES.map(
          (one) =>
            html`<button
              class="quiet"
              lang=${one}
              aria-pressed=${one === language ? 'true' : 'false'}
              @click=${() => chooseLanguage(one)}
            >
              ${NAMES[one]}
            </button>`,
        )}
        <button
          class="quiet theme"
          aria-label=${say(shellArea, language, 'theme', { theme: themeName })}
          @click=${this.nextTheme}
        >
          ${icon(theme === 'dark' ? 'moon' : theme === 'light' ? 'sun' : 'theme')}<span class="word">${themeName}</span>
        </button>
      </nav>
      ${this.renderVisitor(language)}
    </header>`;
  }

  private renderPage(language: Language): TemplateResult {
    switch (this.shown.kind) {
      case 'page':
        return this.shown.page.render(language);
      case 'loading':
        return html`<p class="note" role="status">${say(shellArea, language, 'loading')}</p>`;
      case 'failed':
        return html`<div class="note">
          <p role="alert">${say(shellArea, language, 'pageFailed')}</p>
          <button @click=${() => this.show()}>${say(shellArea, language, 'tryAgain')}</button>
        </div>`;
    }
  }

  override render(): TemplateResult {
    const language = language$.get();
    return html`<div
      class=${this.fills ? 'frame fills' : 'frame'}
      @plenary-page-shown=${this.pageShown}
      @plenary-going=${(event: Going) => this.goTo(event.path)}
    >
      <button class="skip" @click=${() => this.renderRoot.querySelector('main')?.focus()}>
        ${say(shellArea, language, 'skip')}
      </button>
      ${this.renderHeader(language)}
      <main tabindex="-1">${this.renderPage(language)}</main>
      ${this.fills ? nothing : html`<footer>${say(shellArea, language, 'footer')}</footer>`}
      <ui-toasts></ui-toasts>
      <ui-live-region></ui-live-region>
    </div>`;
  }
}
