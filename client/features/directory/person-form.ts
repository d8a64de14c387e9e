/** The fields of a person. Owns their order and words; the draft is person-draft.ts, saving is the page's. */
import { html, nothing, type TemplateResult } from 'lit';
import { HONORIFICS } from '../../../shared/directory/person.ts';
import { SCHEMES_OF_PEOPLE } from '../../../shared/directory/external-ids.ts';
import { choiceField, lineField, words, type Form } from './form.ts';
import type { Chosen } from './organization-choice.ts';
import './organization-choice.ts';
import { NO_POSITION, type PersonDraft, type PositionDraft } from './person-draft.ts';
import type { PortraitChanged } from './portrait.ts';
import './portrait.ts';

type PersonForm = Form<PersonDraft>;

const honorifics = (form: PersonForm, none: 'noHonorific' | 'sameHonorific') =>
  [
    ['', words(form.language, none)],
    ...HONORIFICS.map((one) => [one, words(form.language, `honorific.${one}`)] as const),
  ] as const;

const names = (form: PersonForm): TemplateResult => {
  const { draft, set, language } = form;
  const line = (name: 'family' | 'given' | 'hanFamily' | 'hanGiven', maxLength: number) =>
    lineField(form, {
      name,
      label: words(language, name),
      value: draft[name],
      typed: (text) => set({ [name]: text }),
      maxLength,
      lang: name.startsWith('han') ? 'zh-Hans' : 'en',
    });
  return html`<fieldset>
      <legend>${words(language, 'latinName')}</legend>
      <div class="two">${line('family', 200)}${line('given', 200)}</div>
      ${choiceField(
        form,
        'order',
        words(language, 'order'),
        draft.order,
        (['family-first', 'given-first'] as const).map((one) => [one, words(language, `order.${one}`)]),
        (order) => set({ order: order === 'given-first' ? 'given-first' : 'family-first' }),
      )}
    </fieldset>
    <fieldset>
      <legend>${words(language, 'chineseName')}</legend>
      <div class="two">${line('hanFamily', 20)}${line('hanGiven', 40)}</div>
    </fieldset>
    <div class="two">
      ${lineField(form, {
        name: 'asWritten',
        label: words(language, 'asWritten'),
        hint: words(language, 'asWrittenHint'),
        value: draft.asWritten,
        typed: (asWritten) => set({ asWritten }),
      })}
      ${lineField(form, {
        name: 'aliases',
        label: words(language, 'aliases'),
        hint: words(language, 'aliasesHint'),
        value: draft.aliases,
        typed: (aliases) => set({ aliases }),
        rows: 2,
      })}
    </div>
    <div class="two">
      ${choiceField(form, 'honorific', words(language, 'honorific'), draft.honorific, honorifics(form, 'noHonorific'), (honorific) => set({ honorific }))}
      ${choiceField(form, 'chineseHonorific', words(language, 'chineseHonorific'), draft.chineseHonorific, honorifics(form, 'sameHonorific'), (chineseHonorific) => set({ chineseHonorific }))}
    </div>`;
};

const position = (form: PersonForm, one: PositionDraft, at: number): TemplateResult => {
  const { draft, set, language, isReadOnly } = form;
  const change = (changed: Partial<PositionDraft>): void =>
    set({ positions: draft.positions.map((held, n) => (n === at ? { ...held, ...changed } : held)) });
  const line = (name: 'en' | 'zh' | 'from' | 'until', label: 'titleEn' | 'titleZh' | 'from' | 'until') =>
    lineField(form, {
      name: `positions.${at}.${name}`,
      label: words(language, label),
      value: one[name],
      typed: (text) => change({ [name]: text }),
      ...(name === 'en' && { lang: 'en' as const }),
      ...(name === 'zh' && { lang: 'zh-Hans' as const }),
      ...((name === 'from' || name === 'until') && { hint: words(language, 'dateHint'), maxLength: 10 }),
    });
  const chosen = ({ organization }: Chosen): void => {
    if (organization !== null) form.learn(organization);
    change({ organization: organization?.entry.id ?? null });
  };
  const n = at + 1;
  return html`<fieldset>
    <legend>${words(language, 'position', { n })}</legend>
    <div class="two">${line('en', 'titleEn')}${line('zh', 'titleZh')}</div>
    <div class="field">
      <span class="label">${words(language, 'organization')}</span>
      <plenary-organization-choice
        .language=${language}
        .label="${words(language, 'organization')} ${n}"
        .readonly=${isReadOnly}
        .chosen=${form.organizations.find(({ entry }) => entry.id === one.organization) ?? null}
        @plenary-chosen=${chosen}
      ></plenary-organization-choice>
    </div>
    <div class="two">${line('from', 'from')}${line('until', 'until')}</div>
    ${
      isReadOnly
        ? nothing
        : html`<div class="row">
            ${
              at === 0
                ? nothing
                : html`<button
                    type="button"
                    @click=${() => {
                      const positions = [...draft.positions];
                      positions.splice(at - 1, 2, one, draft.positions[at - 1] ?? NO_POSITION);
                      set({ positions });
                    }}
                  >
                    ${words(language, 'up', { n })}
                  </button>`
            }
            <button
              type="button"
              class="quiet"
              @click=${() => set({ positions: draft.positions.filter((_, n1) => n1 !== at) })}
            >
              ${words(language, 'removePosition', { n })}
            </button>
          </div>`
    }
  </fieldset>`;
};

export const personFields = (form: PersonForm): TemplateResult => {
  const { draft, set, language, isReadOnly } = form;
  return html`${names(form)}
    <h2>${words(language, 'positions')}</h2>
    ${draft.positions.map((one, at) => position(form, one, at))}
    ${
      isReadOnly || draft.positions.length >= 8
        ? nothing
        : html`<button type="button" @click=${() => set({ positions: [...draft.positions, NO_POSITION] })}>
            ${words(language, 'addPosition')}
          </button>`
    }
    <h2>${words(language, 'portrait')}</h2>
    <plenary-portrait
      .language=${language}
      .portrait=${draft.portrait}
      .readonly=${isReadOnly}
      @plenary-portrait=${({ portrait }: PortraitChanged) => set({ portrait })}
    ></plenary-portrait>
    <h2>${words(language, 'identifiers')}</h2>
    ${lineField(form, {
      name: 'email',
      label: words(language, 'email'),
      hint: words(language, 'emailHint'),
      value: draft.email,
      typed: (email) => set({ email }),
      maxLength: 254,
      type: 'email',
    })}
    <div class="two">
      ${SCHEMES_OF_PEOPLE.map((scheme) =>
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
