/** Who said it, or who takes it on: a choice from the roster. */
import { say } from '../../../../shared/languages/area.ts';
import { boardArea } from '../../../../shared/languages/areas/board.ts';
import { fillChoice, labelled, type BlockField, type FieldWishes } from './field.ts';

export const personField = (attribute: 'person' | 'owner', { around, change }: FieldWishes): BlockField => {
  const choice = document.createElement('select');
  const { dom, word } = labelled(choice);
  choice.addEventListener('change', () => change(choice.value));
  return {
    dom,
    show(value, editable) {
      const language = around.language();
      word.textContent = say(boardArea, language, attribute);
      const people = around.people().map(({ id, name }) => ({ value: id, text: name }));
      fillChoice(choice, [{ value: '', text: say(boardArea, language, 'nobodyChosen') }, ...people], value);
      choice.disabled = !editable;
    },
  };
};
