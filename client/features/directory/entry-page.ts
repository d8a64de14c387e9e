/**
 * One entry of the directory: read, filled in, saved, removed. Owns loading and saving, and that nothing typed is lost to a fault or to
 * somebody else's change; the fields stand in person-form.ts and body-forms.ts. Who may is the server's to say.
 */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DirectoryEntry, DirectoryKind } from '../../../shared/directory/entries.ts';
import { id, type DirectoryId } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { memberMay } from '../../../shared/organization/permissions.ts';
import { addEntry, changeEntry, readEntry, removeEntry, type KeptEntry } from '../../connection/directory-api.ts';
import type { ApiFault } from '../../connection/http.ts';
import { me$, refreshMe } from '../../store/account.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { toast } from '../../ui/toast.ts';
import { go, PageShown } from '../page.ts';
import { checked, draftOf, type Draft } from './any-draft.ts';
import { groupFields, organizationFields } from './body-forms.ts';
import type { FieldFaults } from './draft.ts';
import { entryFault } from './entry-faults.ts';
import { entryTitle } from './entry-words.ts';
import { words, type Form } from './form.ts';
import { formStyles } from './form-styles.ts';
import { pathOfEntry } from './paths.ts';
import { personFields } from './person-form.ts';
import { preview } from './preview.ts';
import './related.ts';

type Step = 'loading' | 'failed' | 'form' | 'saving';

@customElement('plenary-entry')
export class PlenaryEntry extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, fields, formStyles];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) kind: DirectoryKind = 'person';
  /** Null: a new one. */
  @property({ attribute: false }) entry: DirectoryId | null = null;
  @state() private step: Step = 'loading';
  @state() private fault: ApiFault | null = null;
  @state() private kept: KeptEntry | null = null;
  @state() private draft: Draft = draftOf('person', null);
  @state() private organizations: readonly KeptEntry[] = [];
  @state() private faults: Readonly<FieldFaults> = {};
  @state() private isDirty = false;
  @state() private isRemoving = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.warn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.warn);
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // After a first save the address gains the id of what is already here.
    if (!changed.has('entry') && !changed.has('kind')) return;
    if (this.entry === null) this.begin();
    else if (this.kept?.entry.id !== this.entry) void this.load();
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (this.isDirty) event.preventDefault();
  };

  private begin(): void {
    this.kept = null;
    this.draft = draftOf(this.kind, null);
    this.faults = {};
    this.fault = null;
    this.isDirty = false;
    this.step = 'form';
    void refreshMe().then(() => this.shown());
  }

  private shown(): void {
    const name = this.kept ? entryTitle(this.kept.entry, this.organizations, this.language) : '';
    this.dispatchEvent(new PageShown(name === '' ? words(this.language, `new.${this.kind}`) : name));
  }

  private readonly load = async (): Promise<void> => {
    if (this.entry === null) return;
    this.step = 'loading';
    const [answer] = await Promise.all([readEntry(this.entry), refreshMe()]);
    const [kept] = answer.ok ? answer.value.entries : [];
    this.fault = answer.ok ? null : answer.fault;
    if (!answer.ok || !kept) {
      this.step = 'failed';
      this.shown();
      return;
    }
    this.organizations = answer.value.organizations;
    this.take(kept);
  };

  private take(kept: KeptEntry): void {
    this.kept = kept;
    this.draft = draftOf(kept.entry.kind, kept.entry);
    this.faults = {};
    this.fault = null;
    this.isDirty = false;
    this.isRemoving = false;
    this.step = 'form';
    this.shown();
  }

  private readonly save = async (event?: SubmitEvent): Promise<void> => {
    event?.preventDefault();
    if (this.step === 'saving') return;
    const { wish, faults } = checked(this.draft);
    this.faults = faults;
    this.fault = null;
    if (Object.keys(faults).length > 0) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true], .fault')?.focus();
      return;
    }
    this.step = 'saving';
    const { kept } = this;
    const answer = kept ? await changeEntry(kept.entry.id, wish, kept.version) : await addEntry(wish);
    this.step = 'form';
    if (!answer.ok) {
      this.fault = answer.fault;
      return;
    }
    this.take(answer.value);
    toast(words(this.language, 'saved'));
    if (!kept) go(this, pathOfEntry(answer.value.entry));
  };

  /** Somebody else's change is read for its version, and this one saved over it. */
  private readonly mineOver = async (): Promise<void> => {
    const answer = this.entry === null ? null : await readEntry(this.entry);
    const [now] = answer?.ok ? answer.value.entries : [];
    if (!now) return;
    this.kept = now;
    await this.save();
  };

  private readonly takeAway = async (): Promise<void> => {
    if (!this.kept) return;
    const answer = await removeEntry(this.kept.entry.id, this.kept.version);
    this.isRemoving = false;
    if (!answer.ok) {
      this.fault = answer.fault;
      return;
    }
    this.isDirty = false;
    toast(words(this.language, 'removed'));
    go(this, '/directory');
  };

  private get mayEdit(): boolean {
    return (me$.get()?.organizations ?? []).some(({ role }) => memberMay(role, 'directory.edit'));
  }

  private renderFields(isReadOnly: boolean): TemplateResult {
    const { draft, language, faults, organizations } = this;
    const form = <D extends Draft>(of: D): Form<D> => ({
      draft: of,
      language,
      isReadOnly,
      faults,
      organizations,
      set: (change) => {
        // What was just mended is looked at again at once.
        this.draft = { ...of, ...change };
        if (Object.keys(this.faults).length > 0) this.faults = checked(this.draft).faults;
        this.isDirty = true;
      },
      learn: (one) => (this.organizations = [...this.organizations.filter((o) => o.entry.id !== one.entry.id), one]),
    });
    switch (draft.kind) {
      case 'person':
        return personFields(form(draft));
      case 'organization':
        return organizationFields(form(draft));
      case 'group':
        return groupFields(form(draft));
    }
  }

  private renderTrouble(): TemplateResult | typeof nothing {
    const { fault, language } = this;
    if (fault === null) {
      return Object.keys(this.faults).length === 0
        ? nothing
        : html`<p class="fault" role="alert">${words(language, 'lookAgain')}</p>`;
    }
    return html`<p class="fault" role="alert">${entryFault(fault, language)}</p>
      ${
        fault.code === 'directory/changedMeanwhile'
          ? html`<div class="row">
              <button type="button" @click=${this.mineOver}>${words(language, 'mineOver')}</button>
              <button type="button" @click=${this.load}>${words(language, 'theirs')}</button>
            </div>`
          : nothing
      }`;
  }

  private renderRemoving(): TemplateResult {
    const { language } = this;
    if (!this.isRemoving) {
      return html`<button type="button" class="quiet" @click=${() => (this.isRemoving = true)}>
        ${words(language, 'remove')}
      </button>`;
    }
    return html`<p role="alert">${words(language, 'removeSure')}</p>
      <div class="row">
        <button type="button" class="danger" @click=${this.takeAway}>${words(language, 'removeYes')}</button>
        <button type="button" @click=${() => (this.isRemoving = false)}>${words(language, 'keep')}</button>
      </div>`;
  }

  override render(): TemplateResult {
    const { language, step, kept, kind } = this;
    const back = html`<p><a href="/directory">${words(language, 'back')}</a></p>`;
    if (step === 'loading')
      return html`${back}
        <p role="status" class="soft">${words(language, 'loading')}</p>`;
    if (step === 'failed') {
      const said = this.fault ?? { code: 'directory/unknown' };
      return html`${back}
        <p class="fault" role="alert">${entryFault(said, language)}</p>
        <button @click=${this.load}>${words(language, 'tryAgain')}</button>`;
    }
    const soFar: DirectoryEntry = { ...checked(this.draft).wish, id: kept?.entry.id ?? id<DirectoryId>('draft') };
    const isReadOnly = me$.get() !== undefined && !this.mayEdit;
    return html`${back}
      <h1 tabindex="-1">
        ${kept ? entryTitle(kept.entry, this.organizations, language) : words(language, `new.${kind}`)}
      </h1>
      ${isReadOnly ? html`<p class="soft">${words(language, 'readOnly')}</p>` : nothing}
      <div class="beside">
        <form @submit=${this.save} novalidate>
          ${this.renderFields(isReadOnly)} ${this.renderTrouble()}
          ${
            isReadOnly
              ? nothing
              : html`<div class="steps">
                  <button class="primary" ?disabled=${step === 'saving'}>
                    ${words(language, step === 'saving' ? 'saving' : 'save')}
                  </button>
                  ${this.isDirty ? html`<span class="soft small">${words(language, 'unsaved')}</span>` : nothing}
                </div>`
          }
        </form>
        <div class="aside">
          ${preview(soFar, this.organizations, language)}
          ${
            kept?.entry.kind === 'organization'
              ? html`<plenary-related .language=${language} .organization=${kept.entry.id}></plenary-related>`
              : nothing
          }
        </div>
      </div>
      ${kept && !isReadOnly ? html`<div class="end">${this.renderRemoving()}</div>` : nothing}`;
  }
}
