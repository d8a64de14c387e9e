/** A difference in words as people see and hear it: struck out and underlined, and said so to screen readers. Owns the look, not the comparing. */
import { css, html, type TemplateResult } from 'lit';

export interface Marked {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

export const differenceStyles = css`
  del,
  ins {
    padding-inline: 0.1em;
    border-radius: 2px;
  }
  del {
    background: var(--red-wash);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  del + ins {
    margin-inline-start: 0.25em;
  }
  ins {
    background: var(--green-wash);
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
`;

/** `around`: the language of the words for the ears, which the text need not be in. */
export const drawDifference = (
  stretches: readonly Marked[],
  words: { readonly removed: string; readonly inserted: string; readonly around: string },
): readonly (TemplateResult | string)[] =>
  stretches.map(({ kind, text }) =>
    kind === 'same'
      ? text
      : kind === 'out'
        ? html`<del><span class="for-ears" lang=${words.around}>${words.removed}</span>${text}</del>`
        : html`<ins><span class="for-ears" lang=${words.around}>${words.inserted}</span>${text}</ins>`,
  );
