/** A word that an action goes on with one of an earlier workshop. Nothing to fill in. */
import { say } from '../../../../shared/languages/area.ts';
import { boardArea } from '../../../../shared/languages/areas/board.ts';
import type { BlockField, FieldWishes } from './field.ts';

export const carriedField = ({ around }: FieldWishes): BlockField => {
  const dom = document.createElement('span');
  dom.className = 'board-carried';
  return {
    dom,
    show(value) {
      dom.hidden = value === '';
      dom.textContent = say(boardArea, around.language(), 'carriedOver');
    },
  };
};
