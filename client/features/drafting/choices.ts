/** What may be chosen of a piece rather than written: headlines, how the lead begins, who is to be seen in a picture. Owns the lists. */
import { html, nothing, type TemplateResult } from 'lit';
import { headlineKey } from '../../../shared/drafting/fresh.ts';
import type { Piece } from '../../../shared/drafting/working-copy.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { draftingArea } from '../../../shared/languages/areas/drafting.ts';
import { LEAD_VARIANTS } from '../../../shared/update/article.ts';
import type { Sheet } from './sheet.ts';

const headlines = (sheet: Sheet, language: Language, piece: Piece): TemplateResult => {
  const offered = sheet.state.copies[language]?.headlines ?? [];
  return html`<fieldset>
    <legend>${say(draftingArea, sheet.language, 'headlines')}</legend>
    ${offered.map((one) => {
      const choice = headlineKey(one);
      return html`<label class="choice">
        <input
          type="radio"
          name="headline"
          .checked=${piece.text === one.headline.text}
          @change=${() => void sheet.send({ type: 'headline', language, choice })}
        />
        <span
          ><span lang=${language}>${one.headline.text}</span>
          <span class="soft small">${say(draftingArea, sheet.language, `headline.${one.kind}`)}</span></span
        >
      </label>`;
    })}
  </fieldset>`;
};

const leads = (sheet: Sheet, language: Language): TemplateResult => {
  const chosen = sheet.state.copies[language]?.lead;
  return html`<fieldset>
    <legend>${say(draftingArea, sheet.language, 'leads')}</legend>
    ${LEAD_VARIANTS.map(
      (variant) =>
        html`<label class="choice">
          <input
            type="radio"
            name="lead"
            .checked=${variant === chosen}
            @change=${() => void sheet.send({ type: 'lead', language, variant })}
          />
          <span>${say(draftingArea, sheet.language, `lead.${variant}`)}</span>
        </label>`,
    )}
  </fieldset>`;
};

const shown = (sheet: Sheet, piece: Piece): TemplateResult => {
  const people = sheet.state.shows[piece.key] ?? [];
  const toggle = (id: (typeof people)[number]): void => {
    const next = people.includes(id) ? people.filter((one) => one !== id) : [...people, id];
    void sheet.send({ type: 'shows', picture: piece.key, people: next });
  };
  return html`<fieldset>
    <legend>${say(draftingArea, sheet.language, 'shows')}</legend>
    ${sheet.reply.people.map(
      ({ id, name }) =>
        html`<label class="choice">
          <input type="checkbox" .checked=${people.includes(id)} @change=${() => toggle(id)} /><span>${name}</span>
        </label>`,
    )}
  </fieldset>`;
};

export const choicesOf = (sheet: Sheet, language: Language, piece: Piece): TemplateResult | typeof nothing => {
  if (piece.state === 'deleted') return nothing;
  if (piece.role === 'headline') return headlines(sheet, language, piece);
  if (piece.role === 'picture') return shown(sheet, piece);
  return piece.section === 'lead' && piece.origin === 'facts' ? leads(sheet, language) : nothing;
};
