/** The fields of typed blocks by the attribute they hold. Owns the choice and what all fields have in common; must not know the editor. */
import type { Surroundings } from '../surroundings.ts';
import { dateField } from './date-field.ts';
import { personField } from './person-field.ts';
import { pictureField } from './picture-field.ts';
import { placeField } from './place-field.ts';
import { wordsField } from './words-field.ts';

export interface BlockField {
  readonly dom: HTMLElement;
  /** `line`: the block's own text, which describes a picture. */
  show(value: string, editable: boolean, line: string): void;
}

export interface FieldWishes {
  readonly around: Surroundings;
  readonly change: (value: string) => void;
}

export type BlockAttribute = 'person' | 'owner' | 'due' | 'source' | 'file' | 'credit' | 'place';

export const fieldFor = (attribute: BlockAttribute, wishes: FieldWishes): BlockField => {
  switch (attribute) {
    case 'person':
    case 'owner':
      return personField(attribute, wishes);
    case 'due':
      return dateField(wishes);
    case 'source':
    case 'credit':
      return wordsField(attribute, wishes);
    case 'place':
      return placeField(wishes);
    case 'file':
      return pictureField(wishes);
  }
};

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
