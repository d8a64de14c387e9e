/** Whether an action has been done: 'yes' or ''. */
import { say } from '../../../../shared/languages/area.ts';
import { boardArea } from '../../../../shared/languages/areas/board.ts';
import { labelled, type BlockField, type FieldWishes } from './field.ts';

export const doneField = ({ around, change }: FieldWishes): BlockField => {
  const box = document.createElement('input');
  box.type = 'checkbox';
  const { dom, word } = labelled(box);
  dom.classList.add('board-done');
  box.addEventListener('change', () => change(box.checked ? 'yes' : ''));
  return {
    dom,
    show(value, editable) {
      word.textContent = say(boardArea, around.language(), 'done');
      box.checked = value === 'yes';
      box.disabled = !editable;
    },
  };
};
