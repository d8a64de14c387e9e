/** How a seat is named on the screen: the name, and beneath it position and organization. Must not know the page. */
import { fullName, positionText } from '../../../shared/directory/names.ts';
import type { Person } from '../../../shared/directory/person.ts';
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { textIn, type Language } from '../../../shared/kernel/language.ts';
import { lookUp } from '../../../shared/kernel/records.ts';
import { personAt } from '../../../shared/workshop/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';

export interface Who {
  readonly name: string;
  /** Position and organization as printed; empty when nothing is known. */
  readonly line: string;
  /** One or two letters for a tile without a picture. */
  readonly initials: string;
}

const HAN = /\p{Script=Han}/u;
/** As guests write them before their names. */
const HONORIFIC = /^(mr|ms|mrs|mx|dr|prof)\.?$/i;

export const initialsOf = (name: string): string => {
  if (HAN.test(name))
    return [...name]
      .filter((letter) => HAN.test(letter))
      .slice(-2)
      .join('');
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word) && !HONORIFIC.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
};

const positionLine = (view: Pick<WorkshopState, 'roster'>, person: Person, language: Language): string => {
  const [position] = person.positions;
  if (position === undefined) return '';
  const organization =
    position.organization === undefined ? undefined : lookUp(view.roster.organizations, position.organization);
  const title = textIn(position.title, language);
  const where = organization === undefined ? null : textIn(organization.name, language);
  // Who gave no position stands with the organization alone.
  return title === '' ? (where ?? '') : positionText(title, where, language);
};

export const whoIs = (view: WorkshopState, seat: SeatId, language: Language): Who => {
  const person = personAt(view, seat);
  if (person === null) return { name: '…', line: '', initials: '' };
  const name = fullName(person.name, language);
  return { name, line: positionLine(view, person, language), initials: initialsOf(name) };
};
