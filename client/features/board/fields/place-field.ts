/** Where in the article a photo stands. */
import { say } from '../../../../shared/languages/area.ts';
import { boardArea } from '../../../../shared/languages/areas/board.ts';
import { fillChoice, labelled, type BlockField, type FieldWishes } from './field.ts';

export const placeField = ({ around, change }: FieldWishes): BlockField => {
  const choice = document.createElement('select');
  const { dom, word } = labelled(choice);
  choice.addEventListener('change', () => change(choice.value));
  return {
    dom,
    show(value, editable) {
      const language = around.language();
      word.textContent = say(boardArea, language, 'place');
      const options = [
        { value: '', text: say(boardArea, language, 'placeOpen') },
        { value: 'after-lead', text: say(boardArea, language, 'placeAfterLead') },
        { value: 'before-statements', text: say(boardArea, language, 'placeBeforeStatements') },
      ];
      fillChoice(choice, options, value);
      choice.disabled = !editable;
    },
  };
};
