/** By when: an ISO date, or ''. */
import { say } from '../../../../shared/languages/area.ts';
import { boardArea } from '../../../../shared/languages/areas/board.ts';
import { labelled, type BlockField, type FieldWishes } from './field.ts';

export const dateField = ({ around, change }: FieldWishes): BlockField => {
  const date = document.createElement('input');
  date.type = 'date';
  const { dom, word } = labelled(date);
  date.addEventListener('change', () => change(date.value));
  return {
    dom,
    show(value, editable) {
      word.textContent = say(boardArea, around.language(), 'due');
      if (date.value !== value) date.value = value;
      date.disabled = !editable;
    },
  };
};
