/** Every way in which a seat can be over: its words and what one can do then. Must not know connections. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { doorArea, type DoorPhrase } from '../../../shared/languages/areas/door.ts';
import type { ProtocolErrorCode } from '../../../shared/protocol/workshop-messages.ts';
import type { NextStep } from './notice.ts';

/** `left`: by the person's own wish. */
export type Over = 'left' | ProtocolErrorCode;

export const overWords = (over: Over): { readonly heading: DoorPhrase; readonly text: DoorPhrase } => {
  switch (over) {
    case 'left':
      return { heading: 'left', text: 'leftText' };
    case 'protocol/removed':
      return { heading: 'removed', text: 'removedText' };
    case 'protocol/notSeated':
    case 'protocol/badTicket':
      return { heading: 'notSeated', text: 'notSeatedText' };
    case 'protocol/elsewhere':
      return { heading: 'elsewhere', text: 'elsewhereText' };
    case 'protocol/reload':
      return { heading: 'reload', text: 'reloadText' };
    case 'protocol/malformed':
    case 'protocol/tooFast':
    case 'protocol/tooLarge':
    case 'protocol/unavailable':
    case 'protocol/fault':
      return { heading: 'fault', text: 'faultText' };
  }
};

export const overSteps = (
  over: Over,
  language: Language,
  acts: { readonly comeBack: () => void; readonly forget: () => void },
): readonly NextStep[] => {
  const home: NextStep = { words: say(doorArea, language, 'toHome'), path: '/' };
  switch (over) {
    case 'left':
      return [{ words: say(doorArea, language, 'comeBack'), act: acts.comeBack }, home];
    case 'protocol/elsewhere':
      return [{ words: say(doorArea, language, 'takeBack'), act: acts.comeBack }, home];
    case 'protocol/removed':
      return [{ words: say(doorArea, language, 'toTheDoor'), act: acts.forget }, home];
    case 'protocol/notSeated':
    case 'protocol/badTicket':
      return [{ words: say(doorArea, language, 'tryAgain'), act: acts.forget }, home];
    default:
      return [{ words: say(doorArea, language, 'reloadNow'), act: () => location.reload() }, home];
  }
};
