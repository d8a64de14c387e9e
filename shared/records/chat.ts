/**
 * The organizers' copy of the chat, as rows with a head: what was said to all by those who agreed to it. Those who did not are left out and
 * counted, in the last row. Rule H8 of SPEC.md. Must not know where the words are kept.
 */
import { fullName } from '../directory/names.ts';
import type { CommandId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { lookUp } from '../kernel/records.ts';
import { say } from '../languages/area.ts';
import { recordsArea } from '../languages/areas/records.ts';
import { isConsented } from '../workshop/consents/selectors.ts';
import { seatEver } from '../workshop/participants/selectors.ts';
import type { WorkshopState } from '../workshop/workshop.ts';
import type { Rows } from './rows.ts';

export const chatRows = (state: WorkshopState, words: ReadonlyMap<CommandId, string>, language: Language): Rows => {
  const said = state.chat.lines.flatMap(({ id, seat, at, to, deleted }) => {
    const text = words.get(id);
    const person = seatEver(state, seat)?.person;
    return to.kind !== 'all' || deleted !== undefined || text === undefined || person === undefined
      ? []
      : [{ at, person, text }];
  });
  const isKept = ({ person }: (typeof said)[number]): boolean => isConsented(state, person, 'chat');
  const left = said.filter((line) => !isKept(line));
  return [
    [say(recordsArea, language, 'time'), say(recordsArea, language, 'person'), say(recordsArea, language, 'words')],
    ...said.filter(isKept).map(({ at, person, text }) => {
      const entry = lookUp(state.roster.people, person);
      return [new Date(at).toISOString(), entry === undefined ? '' : fullName(entry.name, language), text];
    }),
    ...(left.length === 0
      ? []
      : [
          [
            '',
            '',
            say(recordsArea, language, 'leftOut', {
              lines: left.length,
              people: new Set(left.map(({ person }) => person)).size,
            }),
          ],
        ]),
  ];
};
