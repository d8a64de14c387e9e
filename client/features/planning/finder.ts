/**
 * Finds a person or an organization for the roster: among those on it already, in the directory, or by name alone. Tells by `plenary-found` whom it
 * has taken in. Must not know what they are for.
 */
import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fullName } from '../../../shared/directory/names.ts';
import { textIn, textsOf } from '../../../shared/kernel/language.ts';
import { valuesOf } from '../../../shared/kernel/records.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { planningArea, type PlanningPhrase } from '../../../shared/languages/areas/planning.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { searchDirectory, type Listed } from '../../connection/directory-api.ts';
import { entryWords } from '../directory/entry-words.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import type { Choice, Picked } from './search-box.ts';
import './search-box.ts';
import { nameOrganization, namePerson, takeOrganization, takePerson } from './take-in.ts';

export class Found extends Event {
  static readonly type = 'plenary-found';
  readonly found: string;
  constructor(found: string) {
    super(Found.type);
    this.found = found;
  }
}

const OWN = 'own:';
const HERE = 'here:';

@customElement('plenary-finder')
export class Finder extends Region {
  static override styles = [...controls];

  @property() kind: 'person' | 'organization' = 'person';
  @property() label = '';
  @state() private q = '';
  @state() private listed: Listed | null = null;
  @state() private failed = false;
  private asked = 0;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('plenary-search-box')?.focus();
  }

  #say(key: PlanningPhrase, values?: Values): string {
    return say(planningArea, this.language, key, values);
  }

  async #look(text: string): Promise<void> {
    this.q = text.trim();
    const asked = ++this.asked;
    if (this.q === '') {
      this.listed = null;
      return;
    }
    const sort = this.language === 'en' ? 'latin' : 'pinyin';
    const answer = await searchDirectory({ kind: this.kind, q: this.q, sort, offset: 0, limit: 6 });
    if (asked !== this.asked) return;
    this.failed = !answer.ok;
    this.listed = answer.ok ? answer.value : null;
  }

  #here({ roster }: WorkshopState): readonly Choice[] {
    const q = this.q.toLowerCase();
    const { language } = this;
    const all =
      this.kind === 'person'
        ? valuesOf(roster.people).map(({ id, name, directory }) => ({
            id,
            directory,
            words: fullName(name, language),
            keys: [fullName(name, 'en'), fullName(name, 'zh-Hans')],
          }))
        : valuesOf(roster.organizations).map(({ id, name, abbreviation, directory }) => ({
            id,
            directory,
            words: textIn(name, language),
            keys: [...textsOf(name), ...textsOf(abbreviation)],
          }));
    return all
      .filter(({ keys }) => keys.some((key) => key.toLowerCase().includes(q)))
      .slice(0, 5)
      .map(({ id, words }) => ({ key: `${HERE}${id}`, words }));
  }

  #choices(view: WorkshopState): readonly Choice[] {
    if (this.q === '') return [];
    const known = new Set(
      [...valuesOf(view.roster.people), ...valuesOf(view.roster.organizations)].map(({ directory }) => directory),
    );
    const found = (this.listed?.entries ?? []).filter(({ entry }) => !known.has(entry.id));
    const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
    return [
      ...this.#here(view),
      ...found.map(({ entry }) => ({
        key: entry.id,
        words: words(entryWords(entry, this.listed?.organizations ?? [], this.language)),
      })),
      { key: OWN, words: this.#say('addOwn', { name: this.q }) },
    ];
  }

  async #take(key: string, typed: string): Promise<void> {
    const { view, kind } = this;
    if (view === null) return;
    if (key.startsWith(HERE)) return void this.dispatchEvent(new Found(key.slice(HERE.length)));
    const ask = (command: Parameters<Finder['ask']>[0]): Promise<boolean> => this.ask(command);
    const listed = this.listed;
    const entry = listed?.entries.find((one) => one.entry.id === key);
    const taken =
      key === OWN
        ? await (kind === 'person' ? namePerson(typed, ask) : nameOrganization(typed, ask))
        : entry === undefined
          ? null
          : kind === 'person'
            ? await takePerson(view, entry, listed?.organizations ?? [], ask)
            : await takeOrganization(view, entry, ask);
    if (taken !== null) this.dispatchEvent(new Found(taken));
  }

  override render(): TemplateResult {
    const { view, listed, failed, kind, label } = this;
    return html`<plenary-search-box
      .label=${this.#say('find', { what: label })}
      .hint=${this.#say(kind === 'person' ? 'findPerson' : 'findOrganization')}
      .choices=${view === null ? [] : this.#choices(view)}
      .note=${failed ? this.#say('searchOwn') : listed !== null && listed.entries.length === 0 ? this.#say('nothingFound') : ''}
      @plenary-typed=${(event: { readonly text: string }) => this.#look(event.text)}
      @plenary-picked=${(event: Picked) => this.#take(event.key, event.typed)}
    ></plenary-search-box>`;
  }
}

declare global {
  interface HTMLElementEventMap {
    'plenary-found': Found;
  }
}
