/** The fields of organizations and of groups. Owns their order and words; the drafts are body-draft.ts, saving is the page's. */
import { html, nothing, type TemplateResult } from 'lit';
import { SCHEMES_OF_ORGANIZATIONS } from '../../../shared/directory/external-ids.ts';
import type { GroupDraft, MemberDraft, OrganizationDraft } from './body-draft.ts';
import { countries } from './countries.ts';
import { entryTitle } from './entry-words.ts';
import { choiceField, faultBelow, lineField, words, type Form } from './form.ts';
import type { Chosen } from './organization-choice.ts';
import './organization-choice.ts';

export const organizationFields = (form: Form<OrganizationDraft>): TemplateResult => {
  const { draft, set, language } = form;
  const line = (name: 'en' | 'zh' | 'shortEn' | 'shortZh', label: 'nameEn' | 'nameZh' | 'shortEn' | 'shortZh') =>
    lineField(form, {
      name,
      label: words(language, label),
      value: draft[name],
      typed: (text) => set({ [name]: text }),
      maxLength: name.startsWith('short') ? 60 : 300,
      lang: name === 'en' || name === 'shortEn' ? 'en' : 'zh-Hans',
    });
  return html`<div class="two">${line('en', 'nameEn')}${line('zh', 'nameZh')}</div>
    <div class="two">${line('shortEn', 'shortEn')}${line('shortZh', 'shortZh')}</div>
    ${lineField(form, {
      name: 'aliases',
      label: words(language, 'aliases'),
      hint: words(language, 'aliasesHint'),
      value: draft.aliases,
      typed: (aliases) => set({ aliases }),
      rows: 2,
    })}
    ${choiceField(
      form,
      'country',
      words(language, 'country'),
      draft.country,
      [['', words(language, 'noCountry')], ...countries(language)],
      (country) => set({ country }),
    )}
    <h2>${words(language, 'identifiers')}</h2>
    <div class="two">
      ${SCHEMES_OF_ORGANIZATIONS.map((scheme) =>
        lineField(form, {
          name: scheme,
          label: words(language, scheme),
          value: draft[scheme],
          typed: (text) => set({ [scheme]: text }),
          maxLength: 120,
        }),
      )}
    </div>`;
};

const member = (form: Form<GroupDraft>, one: MemberDraft, at: number): TemplateResult => {
  const { draft, set, language, isReadOnly } = form;
  const kept = form.organizations.find(({ entry }) => entry.id === one.organization)?.entry;
  const name = kept === undefined ? '' : entryTitle(kept, [], language);
  const date = (end: 'from' | 'until') =>
    lineField(form, {
      name: `members.${at}.${end}`,
      label: words(language, end),
      value: one[end],
      typed: (text) => set({ members: draft.members.map((held, n) => (n === at ? { ...held, [end]: text } : held)) }),
      maxLength: 10,
    });
  return html`<li class="member">
    <span>${name}</span>
    ${date('from')}${date('until')}
    ${
      isReadOnly
        ? nothing
        : html`<button
            type="button"
            class="quiet"
            aria-label=${words(language, 'removeMember', { name })}
            @click=${() => set({ members: draft.members.filter((_, n) => n !== at) })}
          >
            ${words(language, 'removeYes')}
          </button>`
    }
  </li>`;
};

export const groupFields = (form: Form<GroupDraft>): TemplateResult => {
  const { draft, set, language, isReadOnly } = form;
  const whose = ({ organization }: Chosen): void => {
    if (organization !== null) form.learn(organization);
    set({ of: organization?.entry.id ?? null });
  };
  const add = ({ organization }: Chosen): void => {
    const id = organization?.entry.id;
    if (!organization || id === undefined || draft.members.some((one) => one.organization === id)) return;
    form.learn(organization);
    set({ members: [...draft.members, { organization: id, from: '', until: '' }] });
  };
  return html`<div class="field">
      <span class="label">${words(language, 'groupOf')}</span>
      <plenary-organization-choice
        .language=${language}
        .label=${words(language, 'groupOf')}
        .readonly=${isReadOnly}
        .chosen=${form.organizations.find(({ entry }) => entry.id === draft.of) ?? null}
        @plenary-chosen=${whose}
      ></plenary-organization-choice>
      ${faultBelow(form, 'of')}
    </div>
    <div class="two">
      ${lineField(form, {
        name: 'en',
        label: words(language, 'membersEn'),
        hint: words(language, 'membersEnHint'),
        value: draft.en,
        typed: (en) => set({ en }),
        lang: 'en',
      })}
      ${lineField(form, {
        name: 'zh',
        label: words(language, 'membersZh'),
        hint: words(language, 'membersZhHint'),
        value: draft.zh,
        typed: (zh) => set({ zh }),
        lang: 'zh-Hans',
      })}
    </div>
    ${lineField(form, {
      name: 'count',
      label: words(language, 'count'),
      hint: words(language, 'countHint'),
      value: draft.count,
      typed: (count) => set({ count }),
      maxLength: 5,
    })}
    <h2>${words(language, 'named')}</h2>
    <ul>
      ${draft.members.map((one, at) => member(form, one, at))}
    </ul>
    ${
      isReadOnly || draft.members.length >= 200
        ? nothing
        : html`<div class="field">
            <span class="label">${words(language, 'addMember')}</span>
            <plenary-organization-choice
              .language=${language}
              .label=${words(language, 'addMember')}
              @plenary-chosen=${add}
            ></plenary-organization-choice>
          </div>`
    }`;
};
