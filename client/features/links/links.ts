/** The dialog of links: those there are, with their last use, and new ones to make. Owns the list and its changes. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { fullName } from '../../../shared/directory/names.ts';
import { id, type PersonId } from '../../../shared/kernel/ids.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { linksArea, type LinksPhrase } from '../../../shared/languages/areas/links.ts';
import { rolesArea } from '../../../shared/languages/areas/roles.ts';
import { roleMay } from '../../../shared/workshop/permissions.ts';
import type { ApiFault } from '../../connection/http.ts';
import type { Connection } from '../../connection/connection.ts';
import { listLinks, replaceLink, withdrawLink, type ListedLink, type MadeLink } from '../../connection/links-api.ts';
import { keepLinks, keptLinks } from '../../store/memory.ts';
import '../../ui/dialog.ts';
import '../../ui/menu.ts';
import { toast } from '../../ui/toast.ts';
import { wordsOfFault } from '../faults.ts';
import type { Confirm } from '../room/confirm.ts';
import '../room/confirm.ts';
import { Region } from '../room/region.ts';
import { controls } from '../room/styles.ts';
import { dayOf } from '../when.ts';
import './link-form.ts';
import type { LinkMade } from './link-form.ts';
import { linksStyles } from './links-styles.ts';

@customElement('plenary-links')
export class Links extends Region {
  static override styles = [...controls, linksStyles];
  @property({ attribute: false }) connection!: Connection;
  @state() private open = false;
  @state() private making = false;
  @state() private links: readonly ListedLink[] | null = null;
  @state() private fault: ApiFault | null = null;
  @state() private copied: string | null = null;
  readonly #confirm = createRef<Confirm>();

  show(): void {
    this.copied = null;
    this.making = false;
    this.open = true;
    void this.#load();
  }

  override render(): TemplateResult {
    return html`<ui-dialog
        .open=${this.open}
        .heading=${this.#say('title')}
        .closeLabel=${this.#say('close')}
        @close=${() => (this.open = false)}
      >
        ${this.open ? this.#body() : nothing}
      </ui-dialog>
      <plenary-confirm ${ref(this.#confirm)}></plenary-confirm>`;
  }

  #say(key: LinksPhrase, values?: Readonly<Record<string, string | number>>): string {
    return say(linksArea, this.language, key, values);
  }

  #body(): TemplateResult {
    const { links, fault } = this;
    return html`<p class="quiet-words">${this.#say('text')}</p>
      ${
        this.making
          ? html`<plenary-link-form
              .store=${this.store}
              .language=${this.language}
              .connection=${this.connection}
              @plenary-link-made=${this.#made}
              @plenary-link-dropped=${() => (this.making = false)}
            ></plenary-link-form>`
          : html`<div class="steps">
              <button class="primary" @click=${() => (this.making = true)}>${this.#say('make')}</button>
              <a class="button" href="/w/${this.connection.workshop}/invitations" target="_blank"
                >${this.#say('byMail')}</a
              >
            </div>`
      }
      ${
        fault === null
          ? nothing
          : html`<p class="fault" role="alert">${wordsOfFault(fault, this.language)}</p>
              <button @click=${() => this.#load()}>${this.#say('tryAgain')}</button>`
      }
      ${
        links === null
          ? fault === null
            ? html`<p class="quiet-words" role="status">${this.#say('loading')}</p>`
            : nothing
          : links.length === 0
            ? html`<p class="quiet-words">${this.#say('none')}</p>`
            : html`<ul>
                ${links.map((link) => this.#link(link))}
              </ul>`
      }`;
  }

  #nameOf(link: ListedLink): string {
    const role = say(rolesArea, this.language, link.role);
    const person = link.person === null ? undefined : lookUp(this.view?.roster.people ?? {}, id<PersonId>(link.person));
    const name = person === undefined ? link.label : fullName(person.name, this.language);
    return name === '' ? role : this.#say('named', { name, role });
  }

  #facts(link: ListedLink): string {
    const { language } = this;
    return [
      link.usedAt === null
        ? this.#say('neverUsed')
        : this.#say('used', { count: link.uses, time: dayOf(link.usedAt, language) }),
      ...(link.once ? [this.#say('once')] : []),
      ...(link.expiresAt === null ? [] : [this.#say('until', { time: dayOf(link.expiresAt, language) })]),
    ].join(' · ');
  }

  #link(link: ListedLink): TemplateResult {
    const kept = keptLinks(this.connection.workshop).find((one) => one.id === link.id);
    const name = this.#nameOf(link);
    const mine = !roleMay(link.role, 'links.issue') || this.store.may('participants.assignRole');
    return html`<li>
      <div class="head">
        <div class="what">
          <strong>${name}</strong>
          <span class="quiet-words">${this.#facts(link)}</span>
        </div>
        ${
          mine
            ? html`<ui-menu .label=${this.#say('actionsOf', { name })}>
                <button @click=${() => this.#replace(link, name)}>${this.#say('replace')}</button>
                <button class="danger" @click=${() => this.#withdraw(link, name)}>${this.#say('withdraw')}</button>
              </ui-menu>`
            : nothing
        }
      </div>
      ${
        kept === undefined
          ? nothing
          : html`<div class="line">
              <input
                readonly
                .value=${kept.url}
                aria-label=${this.#say('address', { name })}
                @focus=${(event: FocusEvent) => event.target instanceof HTMLInputElement && event.target.select()}
              />
              <button @click=${(event: Event) => this.#copy(link.id, kept.url, event)}>
                ${this.#say(this.copied === link.id ? 'copied' : 'copy')}
              </button>
            </div>`
      }
    </li>`;
  }

  async #load(): Promise<void> {
    const answer = await listLinks(this.connection);
    this.fault = answer.ok ? null : answer.fault;
    if (answer.ok) this.links = answer.value.toReversed();
  }

  #keep(link: MadeLink): void {
    const { workshop } = this.connection;
    keepLinks(workshop, [...keptLinks(workshop).filter((kept) => kept.id !== link.id), link]);
  }

  readonly #made = async ({ link }: LinkMade): Promise<void> => {
    this.#keep(link);
    this.making = false;
    await this.#load();
  };

  async #replace(link: ListedLink, name: string): Promise<void> {
    const sure = await this.#confirm.value?.asks({
      title: this.#say('replaceTitle', { name }),
      text: this.#say('replaceText'),
      yes: this.#say('replace'),
      no: this.#say('cancel'),
    });
    if (sure !== true) return;
    const answer = await replaceLink(this.connection, link.id);
    if (!answer.ok) return toast(wordsOfFault(answer.fault, this.language), 'harm');
    this.#keep(answer.value);
    await this.#load();
  }

  async #withdraw(link: ListedLink, name: string): Promise<void> {
    const sure = await this.#confirm.value?.asks({
      title: this.#say('withdrawTitle', { name }),
      text: this.#say('withdrawText'),
      yes: this.#say('withdraw'),
      no: this.#say('cancel'),
      harm: true,
    });
    if (sure !== true) return;
    const answer = await withdrawLink(this.connection, link.id);
    if (!answer.ok) return toast(wordsOfFault(answer.fault, this.language), 'harm');
    toast(this.#say('withdrawn', { count: answer.value.ended }));
    await this.#load();
  }

  /** Outside a secure context there is no clipboard: the address is selected instead, to be copied by hand. */
  async #copy(link: string, url: string, event: Event): Promise<void> {
    const field = event.target instanceof Element ? event.target.parentElement?.querySelector('input') : null;
    try {
      await navigator.clipboard.writeText(url);
      this.copied = link;
    } catch {
      field?.select();
      toast(this.#say('copyByHand'));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plenary-links': Links;
  }
}
