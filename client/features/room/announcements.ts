/** What is worth saying aloud when the facts change: compares two confirmed views for one seat. Pure; never a clock's tick. */
import type { SeatId } from '../../../shared/kernel/ids.ts';
import { textIn, type Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { peopleArea } from '../../../shared/languages/areas/people.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { fullName } from '../../../shared/directory/names.ts';
import { currentItem } from '../../../shared/workshop/agenda/selectors.ts';
import { positionOf } from '../../../shared/workshop/floor/selectors.ts';
import { waiting } from '../../../shared/workshop/lobby/selectors.ts';
import { roleOf } from '../../../shared/workshop/participants/selectors.ts';
import { isSilenced } from '../../../shared/workshop/stage/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { ordinal } from './ordinal.ts';
import { whoIs } from './who.ts';

type Sayings = readonly string[];

const ofSession = (before: WorkshopState, after: WorkshopState, language: Language): Sayings => {
  if (before.session.phase === after.session.phase) return [];
  if (after.session.phase === 'scheduled') return [];
  return [say(roomArea, language, after.session.phase === 'live' ? 'announce.begun' : 'announce.ended')];
};

const ofAgenda = (before: WorkshopState, after: WorkshopState, language: Language): Sayings => {
  const item = currentItem(after.agenda);
  if (item === null || item.id === before.agenda.current) return [];
  return [say(roomArea, language, 'announce.item', { title: textIn(item.title, language) })];
};

const ofFloor = (before: WorkshopState, after: WorkshopState, self: SeatId, language: Language): Sayings => {
  const [was, is] = [before.floor.holder, after.floor.holder];
  if (is !== null && (is.seat !== was?.seat || is.from !== was.from)) {
    if (is.seat === self) return [say(roomArea, language, 'announce.floorYours')];
    return [say(roomArea, language, 'announce.floorOther', { name: whoIs(after, is.seat, language).name })];
  }
  return was?.seat === self && is === null ? [say(roomArea, language, 'announce.floorOver')] : [];
};

const ofHand = (before: WorkshopState, after: WorkshopState, self: SeatId, language: Language): Sayings => {
  const [was, is] = [positionOf(before.floor, self), positionOf(after.floor, self)];
  if (was === is || after.floor.holder?.seat === self) return [];
  if (is === null) return [say(roomArea, language, 'announce.lowered')];
  const values = { ordinal: ordinal(is, language), count: after.floor.queue.length };
  return [say(roomArea, language, 'announce.position', values)];
};

const ofSeat = (before: WorkshopState, after: WorkshopState, self: SeatId, language: Language): Sayings => {
  const silenced = !isSilenced(before, self, 'microphone') && isSilenced(after, self, 'microphone');
  const role = roleOf(after, self);
  const changed = role !== null && roleOf(before, self) !== null && role !== roleOf(before, self);
  return [
    ...(silenced ? [say(roomArea, language, 'announce.silenced')] : []),
    ...(changed ? [say(roomArea, language, 'announce.role', { role: say(peopleArea, language, `role.${role}`) })] : []),
  ];
};

const ofLobby = (before: WorkshopState, after: WorkshopState, language: Language): Sayings =>
  waiting(after.lobby)
    .filter(({ seat }) => !Object.hasOwn(before.lobby.knocks, seat))
    .map(({ person }) => say(roomArea, language, 'announce.knock', { name: fullName(person.name, language) }));

export const announcements = (
  before: WorkshopState,
  after: WorkshopState,
  self: SeatId,
  language: Language,
): Sayings => [
  ...ofSession(before, after, language),
  ...ofAgenda(before, after, language),
  ...ofFloor(before, after, self, language),
  ...ofHand(before, after, self, language),
  ...ofSeat(before, after, self, language),
  ...ofLobby(before, after, language),
];
