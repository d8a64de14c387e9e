/**
 * Tells a No in words. The words of every No are many and mostly never needed: they come after the room's first frame. Owns fetching them; which
 * words is refusal-words.ts.
 */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import type { CommandReply } from '../../../shared/protocol/workshop-messages.ts';
import { toast } from '../../ui/toast.ts';

/** Asked for ahead of need as well, so that they are there when the line is not. */
export const fetchRefusalWords = () => import('./refusal-words.ts');

export const tellNo = async (reply: CommandReply & { readonly ok: false }, language: Language): Promise<void> => {
  const words = await fetchRefusalWords().then(
    ({ wordsOfReply }) => wordsOfReply(reply, language),
    () => say(roomArea, language, 'notDone'),
  );
  toast(words, 'kindNo');
};
