/** A script that is needed only now: fetched, or said in a toast that it did not come. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { toast } from '../../ui/toast.ts';

/** Whether it is here. */
export const fetched = async (load: () => Promise<unknown>, language: Language): Promise<boolean> => {
  try {
    await load();
    return true;
  } catch {
    toast(say(roomArea, language, 'dialogFailed'), 'harm');
    return false;
  }
};
