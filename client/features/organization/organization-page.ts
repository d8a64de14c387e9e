/** An organization's members and who is invited. Owns inviting, changing roles, removing; the server decides who may. */
import { SignalWatcher } from '@lit-labs/signals';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import type { Language, LocalText } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { administrationArea, type AdministrationPhrase } from '../../../shared/languages/areas/administration.ts';
import { organizationRoleArea } from '../../../shared/languages/areas/organization-roles.ts';
import { ORGANIZATION_ROLES, type OrganizationRole } from '../../../shared/organization/roles.ts';
import {
  invite,
  readOrganization,
  removeMember,
  renameOrganization,
  setMemberRole,
  withdrawInvitation,
  type OrganizationSheet,
} from '../../connection/administration-api.ts';
import type { Answer } from '../../connection/http.ts';
import { me$, refreshMe } from '../../store/account.ts';
import { base, buttons, fields } from '../../ui/base.css.ts';
import { field, valueOf } from '../../ui/field.ts';
import { toast } from '../../ui/toast.ts';
import { accountStyles } from '../account/account-styles.ts';
import { accountFaultWords } from '../account/fault-words.ts';
import { go, PageShown } from '../page.ts';
import type { Confirm } from '../room/confirm.ts';
import '../room/confirm.ts';
import '../room/later.ts';
import { titleIn } from '../title.ts';
import { dayOf } from '../when.ts';

type Member = OrganizationSheet['members'][number];
const roleNamed = (word: string): OrganizationRole => ORGANIZATION_ROLES.find((role) => role === word) ?? 'editor';

@customElement('plenary-organization')
export class PlenaryOrganization extends SignalWatcher(LitElement) {
  static override styles = [base, buttons, fields, accountStyles];

  @property({ attribute: false }) language: Language = 'en';
  @property({ attribute: false }) organization = '';
  @state() private sheet: OrganizationSheet | null = null;
  @state() private fault: string | null = null;
  private readonly confirm = createRef<Confirm>();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.arrive();
  }

  private t(key: AdministrationPhrase, values?: Values): string {
    return say(administrationArea, this.language, key, values);
  }

  private readonly arrive = async (): Promise<void> => {
    const [, answer] = await Promise.all([refreshMe(), readOrganization(this.organization)]);
    if (me$.get() === null) go(this, '/sign-in');
    this.sheet = answer.ok ? answer.value : null;
    this.fault = answer.ok ? null : answer.fault.code;
    this.dispatchEvent(new PageShown(this.sheet ? titleIn(this.sheet.name, this.language) : this.t('members')));
  };

  private async run(work: Promise<Answer<unknown>>): Promise<boolean> {
    const answer = await work;
    await this.arrive();
    if (!answer.ok) this.fault = answer.fault.code;
    return answer.ok;
  }

  private readonly invite = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const email = valueOf(form, 'email');
    const done = await this.run(invite(this.organization, email, roleNamed(valueOf(form, 'role')), this.language));
    if (!done) return;
    form.reset();
    toast(this.t('invited', { email }));
  };

  private async takeAway({ account, name }: Member, isMe: boolean): Promise<void> {
    const sure = await this.confirm.value?.asks({
      title: this.t(isMe ? 'leaveOrganization' : 'removeMember', { name }),
      text: this.t(isMe ? 'leaveOrganizationText' : 'removeMemberText'),
      yes: this.t(isMe ? 'leave' : 'remove'),
      no: this.t('keep'),
      harm: true,
    });
    if (sure !== true) return;
    const done = await this.run(removeMember(this.organization, account));
    if (done && isMe) go(this, '/account');
  }

  private readonly rename = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const [en, zh] = [valueOf(event.target, 'en'), valueOf(event.target, 'zh')];
    const name: LocalText = { ...(en !== '' && { en }), ...(zh !== '' && { 'zh-Hans': zh }) };
    if (await this.run(renameOrganization(this.organization, name))) toast(this.t('saved'));
  };

  private renderNaming({ name }: OrganizationSheet): TemplateResult {
    return html`<section aria-labelledby="naming">
      <h2 id="naming">${this.t('rename')}</h2>
      <form class="inline" @submit=${this.rename}>
        ${field({ name: 'en', label: this.t('nameEn'), value: name.en ?? '' })}
        ${field({ name: 'zh', label: this.t('nameZh'), value: name['zh-Hans'] ?? '' })}
        <button>${this.t('save')}</button>
      </form>
      <p class="hint">${this.t('oneName')}</p>
    </section>`;
  }

  /** Nothing of the organization is known here: whoever asks does not belong to it, or it could not be fetched. */
  private renderUnknown(): TemplateResult {
    const { fault, language } = this;
    if (fault === null) return html`<p class="soft" role="status">${this.t('opening')}</p>`;
    const isDenied = fault === 'account/denied';
    return html`<h1 tabindex="-1">${this.t('organization')}</h1>
      <p class="note" role="alert">${isDenied ? this.t('organizationDenied') : accountFaultWords(fault, language)}</p>
      ${
        isDenied
          ? html`<a class="button" href="/account">${this.t('toAccount')}</a>`
          : html`<button @click=${this.arrive}>${this.t('tryAgain')}</button>`
      }`;
  }

  private renderPrograms(): TemplateResult {
    return html`<plenary-later
      wanted
      .language=${this.language}
      .load=${() => import('./programs.ts')}
      .content=${html`<plenary-programs
        .language=${this.language}
        .organization=${this.organization}
      ></plenary-programs>`}
    ></plenary-later>`;
  }

  private renderRoles(id: string, chosen: OrganizationRole, changed?: (event: Event) => unknown): TemplateResult {
    return html`<select
      id=${id}
      name="role"
      aria-label=${changed ? this.t('role') : nothing}
      @change=${changed ?? nothing}
    >
      ${ORGANIZATION_ROLES.map(
        (role) =>
          html`<option value=${role} ?selected=${role === chosen}>
            ${say(organizationRoleArea, this.language, role)}
          </option>`,
      )}
    </select>`;
  }

  private renderMember(member: Member, isOwner: boolean): TemplateResult {
    const isMe = member.account === me$.get()?.account;
    const change = (event: Event): void => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      void this.run(setMemberRole(this.organization, member.account, roleNamed(event.target.value)));
    };
    return html`<li>
      <span class="what"
        >${member.name}${isMe ? html` (${this.t('you')})` : nothing}
        <span class="soft small">${member.emails.join(' · ')}</span></span
      >
      ${
        isOwner
          ? this.renderRoles(`role-${member.account}`, member.role, change)
          : html`<span class="soft">${say(organizationRoleArea, this.language, member.role)}</span>`
      }
      ${
        isOwner || isMe
          ? html`<button
              aria-label="${this.t(isMe ? 'leave' : 'remove')}: ${member.name}"
              @click=${() => this.takeAway(member, isMe)}
            >
              ${this.t(isMe ? 'leave' : 'remove')}
            </button>`
          : nothing
      }
    </li>`;
  }

  private renderInviting({ invitations }: OrganizationSheet): TemplateResult {
    return html`<section aria-labelledby="invite">
        <h2 id="invite">${this.t('invite')}</h2>
        <form class="inline" @submit=${this.invite}>
          ${field({ name: 'email', type: 'email', label: this.t('email'), required: true, maxLength: 254 })}
          <div class="field">
            <label for="invite-role">${this.t('role')}</label>${this.renderRoles('invite-role', 'organizer')}
          </div>
          <button class="primary">${this.t('inviteGo')}</button>
        </form>
        ${ORGANIZATION_ROLES.map(
          (role) =>
            html`<p class="hint">
              ${say(organizationRoleArea, this.language, role)} ·
              ${say(organizationRoleArea, this.language, `${role}.may`)}
            </p>`,
        )}
      </section>
      ${
        invitations.length === 0
          ? nothing
          : html`<section aria-labelledby="invitations">
              <h2 id="invitations">${this.t('invitations')}</h2>
              <ul>
                ${invitations.map(
                  ({ id, email, role, expiresAt }) =>
                    html`<li>
                      <span class="what"
                        >${email}
                        <span class="soft small"
                          >${say(organizationRoleArea, this.language, role)} ·
                          ${this.t('until', { when: dayOf(expiresAt, this.language) })}</span
                        ></span
                      >
                      <button
                        aria-label="${this.t('withdraw')}: ${email}"
                        @click=${() => this.run(withdrawInvitation(this.organization, id))}
                      >
                        ${this.t('withdraw')}
                      </button>
                    </li>`,
                )}
              </ul>
            </section>`
      }`;
  }

  override render(): TemplateResult {
    const { sheet, fault, language } = this;
    const words =
      fault === null ? nothing : html`<p class="fault" role="alert">${accountFaultWords(fault, language)}</p>`;
    if (!sheet) return this.renderUnknown();
    const isOwner = sheet.members.some(({ account, role }) => role === 'owner' && account === me$.get()?.account);
    return html`<h1 tabindex="-1">${titleIn(sheet.name, language)}</h1>
      ${words}
      <section aria-labelledby="members">
        <h2 id="members">${this.t('members')}</h2>
        <ul>
          ${sheet.members.map((member) => this.renderMember(member, isOwner))}
        </ul>
      </section>
      ${isOwner ? html`${this.renderInviting(sheet)}${this.renderNaming(sheet)}${this.renderPrograms()}` : nothing}
      <plenary-confirm ${ref(this.confirm)}></plenary-confirm>`;
  }
}
