/** A few words: a source, a credit, what a picture shows. What one is typing is not overwritten by what arrives meanwhile. */
import { say } from '../../../../shared/languages/area.ts';
import { boardArea } from '../../../../shared/languages/areas/board.ts';
import { labelled, type BlockField, type FieldWishes } from './field.ts';

const LONGEST = 300;

export const wordsField = (attribute: 'source' | 'credit' | 'alt', { around, change }: FieldWishes): BlockField => {
  const words = document.createElement('input');
  words.type = 'text';
  words.maxLength = LONGEST;
  const { dom, word } = labelled(words);
  words.addEventListener('change', () => change(words.value.trim()));
  return {
    dom,
    show(value, editable) {
      word.textContent = say(boardArea, around.language(), attribute);
      if (!words.matches(':focus')) words.value = value;
      words.readOnly = !editable;
    },
  };
};
