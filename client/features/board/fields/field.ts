/** What every field of a typed block has in common. Must not know which fields there are. */
import type { Surroundings } from '../surroundings.ts';

export interface BlockField {
  readonly dom: HTMLElement;
  /** `line`: the block's own text, which describes a picture. */
  show(value: string, editable: boolean, line: string): void;
}

export interface FieldWishes {
  readonly around: Surroundings;
  readonly change: (value: string) => void;
}

/** A word and the control it names, as one label. */
export const labelled = (control: HTMLElement): { readonly dom: HTMLElement; readonly word: HTMLElement } => {
  const dom = document.createElement('label');
  dom.className = 'board-field';
  const word = document.createElement('span');
  control.dataset['field'] = '';
  dom.append(word, control);
  return { dom, word };
};

/** Fills a choice anew; an option that is chosen but unknown stays, so that showing never changes what is written. */
export const fillChoice = (
  choice: HTMLSelectElement,
  options: readonly { readonly value: string; readonly text: string }[],
  chosen: string,
): void => {
  const known = options.some(({ value }) => value === chosen) ? options : [...options, { value: chosen, text: '?' }];
  const drawn = [...choice.options].map(({ value, text }) => `${value} ${text}`).join('\n');
  if (drawn !== known.map(({ value, text }) => `${value} ${text}`).join('\n'))
    choice.replaceChildren(...known.map(({ value, text }) => new Option(text, value)));
  choice.value = chosen;
};
