/** What the editors may ask of the room, answered from the workshop as it is shown now. Owns the joining only; surroundings.ts says what it is. */
import type { Language } from '../../../shared/kernel/language.ts';
import type { BoardConnection } from '../../notes/board-connection.ts';
import type { WorkshopStore } from '../../store/workshop-store.ts';
import type { Pictures } from './pictures.ts';
import { mentionables, mentionedName, peopleChoices, seatedName } from './roster-names.ts';
import type { Surroundings } from './surroundings.ts';

export interface RoomAround {
  readonly store: () => WorkshopStore;
  readonly language: () => Language;
  readonly board: () => BoardConnection | null;
  readonly pictures: Pictures;
  readonly authorsShown: () => boolean;
  readonly warn: Surroundings['warn'];
  readonly onChange: Surroundings['onChange'];
}

export const surroundingsOf = ({
  store,
  language,
  board,
  pictures,
  authorsShown,
  warn,
  onChange,
}: RoomAround): Surroundings => {
  const view = () => store().view$.get();
  return {
    language,
    people: () => peopleChoices(view(), language()),
    holder: () => view()?.floor.holder?.person ?? null,
    nameOf: (seat) => seatedName(view(), seat, language()),
    mentionable: () => mentionables(view(), language()),
    nameOfMentioned: (of, ref) => mentionedName(view(), of, ref, language()),
    authors: () => (authorsShown() ? (board()?.authors$.get() ?? null) : null),
    moment: () => ({ at: String(store().now()), offset: '' }),
    fits: (characters) => board()?.fits(characters) ?? false,
    warn,
    keepPicture: (picture) => pictures.keep(picture),
    pictureAddress: (file) => pictures.addressOf(file),
    onChange,
  };
};
