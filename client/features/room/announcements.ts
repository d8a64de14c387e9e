/** What is worth saying aloud when the facts change: compares two confirmed views for one seat. Pure; never a clock's tick. */
import type { Instant, SeatId } from '../../../shared/kernel/ids.ts';
import { textIn, type Language } from '../../../shared/kernel/language.ts';
import { lookUp, valuesOf } from '../../../shared/kernel/records.ts';
import { say } from '../../../shared/languages/area.ts';
import { peopleArea } from '../../../shared/languages/areas/people.ts';
import { chatArea } from '../../../shared/languages/areas/chat.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import { fullName } from '../../../shared/directory/names.ts';
import { workshopEnd } from '../../../shared/workshop/agenda/projection.ts';
import { currentItem, isPaused } from '../../../shared/workshop/agenda/selectors.ts';
import { positionOf } from '../../../shared/workshop/floor/selectors.ts';
import { waiting } from '../../../shared/workshop/lobby/selectors.ts';
import { roleOf } from '../../../shared/workshop/participants/selectors.ts';
import { roleMay } from '../../../shared/workshop/permissions.ts';
import { wordingOf } from '../../../shared/workshop/questions/selectors.ts';
import { isSilencedByDesk } from '../../../shared/workshop/stage/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { clockOf } from '../when.ts';
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

/** What the end's clock tells: in words once a threshold, never by ticking. */
const ofTheEnd = (before: WorkshopState, after: WorkshopState, now: Instant, language: Language): Sayings => {
  const [was, is] = [before.agenda.notice, after.agenda.notice];
  const end = workshopEnd(after);
  const moved =
    after.agenda.end !== null && after.agenda.end !== before.agenda.end && end !== null
      ? [say(roomArea, language, 'announce.endMoved', { time: clockOf(end, language) })]
      : [];
  if (is === null || (is.end === was?.end && is.minutes === was.minutes)) return moved;
  const minutes = Math.round((is.end - now) / 60_000);
  return minutes < 1 ? moved : [...moved, say(roomArea, language, 'announce.endNear', { minutes })];
};

const ofClock = (before: WorkshopState, after: WorkshopState, language: Language): Sayings => {
  if (before.agenda.current !== after.agenda.current || isPaused(before.agenda) === isPaused(after.agenda)) return [];
  return [say(roomArea, language, isPaused(after.agenda) ? 'announce.paused' : 'announce.resumed')];
};

const ofCall = (before: WorkshopState, after: WorkshopState, self: SeatId, language: Language): Sayings =>
  after.floor.called?.seat === self && before.floor.called?.seat !== self
    ? [say(roomArea, language, 'announce.youAreNext')]
    : [];

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
  const silenced = !isSilencedByDesk(before, self, 'microphone') && isSilencedByDesk(after, self, 'microphone');
  const role = roleOf(after, self);
  const changed = role !== null && roleOf(before, self) !== null && role !== roleOf(before, self);
  return [
    ...(silenced ? [say(roomArea, language, 'announce.silenced')] : []),
    ...(changed ? [say(roomArea, language, 'announce.role', { role: say(peopleArea, language, `role.${role}`) })] : []),
  ];
};

/** What was written to this person; whoever becomes chair is not told of what was written to the chairs before. */
const ofChat = (before: WorkshopState, after: WorkshopState, self: SeatId, language: Language): Sayings => {
  if (after.chat.lines === before.chat.lines || roleOf(before, self) !== roleOf(after, self)) return [];
  return after.chat.lines
    .slice(before.chat.lines.length)
    .filter(({ seat, to }) => seat !== self && to.kind !== 'all')
    .map(({ seat, to }) =>
      say(chatArea, language, to.kind === 'desk' ? 'toTheDesk' : 'privately', {
        name: whoIs(after, seat, language).name,
      }),
    );
};

const ofLobby = (before: WorkshopState, after: WorkshopState, language: Language): Sayings =>
  waiting(after.lobby)
    .filter(({ seat }) => !Object.hasOwn(before.lobby.knocks, seat))
    .map(({ person }) => say(roomArea, language, 'announce.knock', { name: fullName(person.name, language) }));

/** New questions for those who moderate, an answer for who asked in the own name. */
const ofQuestions = (before: WorkshopState, after: WorkshopState, self: SeatId, language: Language): Sayings => {
  const role = roleOf(after, self);
  const moderates = role !== null && roleMay(role, 'questions.manage');
  return valuesOf(after.questions.questions).flatMap((question) => {
    const was = lookUp(before.questions.questions, question.id);
    const values = { question: wordingOf(after.questions, question) };
    if (was === undefined)
      return moderates && question.asker?.seat !== self ? [say(roomArea, language, 'announce.question', values)] : [];
    const answered = question.standing.kind === 'answered' && was.standing.kind !== 'answered';
    return answered && question.asker?.seat === self ? [say(roomArea, language, 'announce.answered', values)] : [];
  });
};

const ofPolls = (before: WorkshopState, after: WorkshopState, language: Language): Sayings =>
  after.polls.polls.flatMap(({ id, plan, standing }) => {
    const was = before.polls.polls.find((poll) => poll.id === id)?.standing.kind ?? 'prepared';
    if (standing.kind === was || standing.kind === 'prepared') return [];
    const key = standing.kind === 'open' ? 'announce.pollOpened' : 'announce.pollClosed';
    return [say(roomArea, language, key, { question: plan.question })];
  });

export const announcements = (
  before: WorkshopState,
  after: WorkshopState,
  self: SeatId,
  language: Language,
  now: Instant,
): Sayings => [
  ...ofSession(before, after, language),
  ...ofAgenda(before, after, language),
  ...ofClock(before, after, language),
  ...ofTheEnd(before, after, now, language),
  ...ofCall(before, after, self, language),
  ...ofFloor(before, after, self, language),
  ...ofHand(before, after, self, language),
  ...ofSeat(before, after, self, language),
  ...ofLobby(before, after, language),
  ...ofChat(before, after, self, language),
  ...ofQuestions(before, after, self, language),
  ...ofPolls(before, after, language),
];
