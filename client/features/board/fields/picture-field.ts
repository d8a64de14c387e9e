/** The picture of a photo block: chosen, uploaded, shown. Owns the waiting and the failing of both ways. */
import { id, isId, type FileId } from '../../../../shared/kernel/ids.ts';
import { say } from '../../../../shared/languages/area.ts';
import { boardArea } from '../../../../shared/languages/areas/board.ts';
import type { BlockField, FieldWishes } from './field.ts';

type Phase = 'quiet' | 'uploading' | 'uploadFailed' | 'pictureFailed';

export const pictureField = ({ around, change }: FieldWishes): BlockField => {
  const dom = document.createElement('div');
  dom.className = 'board-picture';
  const picture = document.createElement('img');
  picture.hidden = true;
  const chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.accept = 'image/jpeg,image/png,image/webp,image/heic';
  chooser.hidden = true;
  const choose = document.createElement('button');
  choose.type = 'button';
  choose.dataset['field'] = '';
  const word = document.createElement('span');
  word.setAttribute('role', 'status');
  dom.append(picture, choose, chooser, word);

  let shown = '';
  let phase: Phase = 'quiet';
  const label = (): void => {
    const language = around.language();
    choose.textContent = say(boardArea, language, shown === '' ? 'choosePicture' : 'changePicture');
    word.textContent = phase === 'quiet' ? '' : say(boardArea, language, phase);
  };
  const turn = (to: Phase): void => {
    phase = to;
    label();
  };

  const load = async (file: string): Promise<void> => {
    picture.hidden = true;
    picture.removeAttribute('src');
    if (!isId(file)) return turn('quiet');
    try {
      const address = await around.pictureAddress(id<FileId>(file));
      if (shown !== file) return;
      picture.src = address;
      picture.hidden = false;
      turn('quiet');
    } catch {
      if (shown === file) turn('pictureFailed');
    }
  };
  const keep = async (file: File): Promise<void> => {
    turn('uploading');
    choose.disabled = true;
    try {
      change(await around.keepPicture(file));
      turn('quiet');
    } catch {
      turn('uploadFailed');
    }
    choose.disabled = false;
  };

  choose.addEventListener('click', () => chooser.click());
  chooser.addEventListener('change', () => {
    const [file] = chooser.files ?? [];
    chooser.value = '';
    if (file !== undefined) void keep(file);
  });
  return {
    dom,
    show(value, editable, line) {
      picture.alt = line === '' ? say(boardArea, around.language(), 'photo') : line;
      choose.hidden = !editable;
      if (shown !== value) {
        shown = value;
        void load(value);
      }
      label();
    },
  };
};
