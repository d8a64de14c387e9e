/**
 * Which kind of actor may send which command, and what a seat needs for it; one readable table.
 * A permission: that role's right. 'seated': any seat, decide checks that it is the own thing. 'door' and 'clock': only the server's.
 * The host (import, creation, command line) may send everything.
 */
import { refuse } from '../kernel/decider.ts';
import type { Context } from './actor.ts';
import { roleMay, type Permission } from './permissions.ts';
import type { WorkshopCommand, WorkshopRefusalCode, WorkshopState } from './workshop.ts';

type Access = Permission | 'seated' | 'door' | 'clock';

export const COMMAND_ACCESS = {
  'brief/revise': 'brief.edit',
  'planning/setStage': 'brief.edit',
  'planning/setArchived': 'brief.edit',
  'session/begin': 'session.run',
  'session/end': 'session.run',
  'session/reopen': 'session.run',
  'roster/putPerson': 'roster.correctOwn',
  'roster/confirmOwn': 'roster.correctOwn',
  'roster/putOrganization': 'roster.edit',
  'roster/putGroup': 'roster.edit',
  'roster/setAttending': 'roster.edit',
  'lobby/knock': 'door',
  'lobby/admit': 'lobby.admit',
  'lobby/admitAll': 'lobby.admit',
  'lobby/admitRoster': 'lobby.admit',
  'lobby/turnAway': 'lobby.admit',
  'lobby/sendBack': 'lobby.admit',
  'lobby/tellWaiting': 'lobby.admit',
  'lobby/setDoor': 'lobby.admit',
  'lobby/setClosing': 'lobby.admit',
  'lobby/ban': 'participants.ban',
  'lobby/unban': 'participants.ban',
  'participants/arrive': 'door',
  'participants/loseConnection': 'door',
  'participants/leave': 'door',
  'participants/giveUpWaiting': 'clock',
  'participants/assignRole': 'participants.assignRole',
  'participants/remove': 'participants.remove',
  'participants/expel': 'door',
  'participants/anonymize': 'seated',
  'agenda/add': 'agenda.edit',
  'agenda/edit': 'agenda.edit',
  'agenda/move': 'agenda.edit',
  'agenda/drop': 'agenda.edit',
  'agenda/restore': 'agenda.edit',
  'agenda/begin': 'agenda.run',
  'agenda/next': 'agenda.run',
  'agenda/endItem': 'agenda.run',
  'agenda/pauseClock': 'agenda.run',
  'agenda/resumeClock': 'agenda.run',
  'agenda/settle': 'agenda.run',
  'agenda/undoSettling': 'agenda.run',
  'agenda/tellEnd': 'clock',
  'floor/raiseHand': 'floor.raise',
  'floor/lowerHand': 'seated',
  'floor/lowerOther': 'floor.manage',
  'floor/lowerAll': 'floor.manage',
  'floor/putBack': 'floor.manage',
  'floor/move': 'floor.manage',
  'floor/unplace': 'floor.manage',
  'floor/give': 'floor.manage',
  'floor/giveNext': 'floor.manage',
  'floor/undoGiving': 'floor.manage',
  'floor/answerCall': 'seated',
  'floor/yield': 'seated',
  'floor/takeBack': 'floor.manage',
  'floor/pauseSpeech': 'floor.manage',
  'floor/resumeSpeech': 'floor.manage',
  'floor/addTime': 'floor.manage',
  'floor/giveUpWaiting': 'clock',
  'floor/callNext': 'clock',
  'floor/giveCalled': 'clock',
  'floor/endSpeech': 'clock',
  'floor/setOpen': 'floor.manage',
  'floor/setLimit': 'floor.manage',
  'floor/setPersonLimit': 'floor.manage',
  'floor/setBudget': 'floor.manage',
  'floor/setRules': 'floor.manage',
  'stage/silence': 'stage.moderate',
  'stage/silenceAll': 'stage.moderate',
  'stage/askToUnmute': 'stage.moderate',
  'stage/answerAsk': 'seated',
  'stage/limitSharing': 'stage.moderate',
  'stage/resume': 'stage.publish',
  'stage/spotlight': 'stage.moderate',
  'slides/put': 'door',
  'slides/take': 'slides.present',
  'slides/show': 'slides.present',
  'slides/hide': 'slides.present',
  'slides/turn': 'slides.present',
  'minutes/openReview': 'minutes.edit',
  'minutes/propose': 'seated',
  'minutes/answer': 'minutes.edit',
  'minutes/approve': 'minutes.approve',
  'minutes/takeUpAgain': 'minutes.approve',
  'questions/ask': 'questions.ask',
  'questions/withdraw': 'seated',
  'questions/vote': 'questions.ask',
  'questions/takeBackVote': 'seated',
  'questions/merge': 'questions.manage',
  'questions/unmerge': 'questions.manage',
  'questions/answer': 'questions.answer',
  'questions/dismiss': 'questions.manage',
  'questions/reopen': 'questions.manage',
  'questions/highlight': 'minutes.edit',
  'questions/promote': 'questions.manage',
  'questions/unpromote': 'questions.manage',
  'questions/setRules': 'questions.manage',
  'polls/prepare': 'polls.manage',
  'polls/edit': 'polls.manage',
  'polls/discard': 'polls.manage',
  'polls/open': 'polls.manage',
  'polls/vote': 'polls.vote',
  'polls/close': 'polls.manage',
  'polls/closeDue': 'clock',
  'polls/undoClosing': 'polls.manage',
  'attendance/ask': 'attendance.check',
  'attendance/answer': 'seated',
  'attendance/optOut': 'seated',
  'attendance/setMinimum': 'attendance.check',
  'attendance/condense': 'clock',
  'desk/say': 'desk.talk',
  'desk/forget': 'clock',
  'consents/answer': 'seated',
  'chat/say': 'chat.write',
  'chat/delete': 'seated',
  'chat/setRules': 'chat.moderate',
} as const satisfies Record<WorkshopCommand['type'], Access>;

/** What may still be done once the session has ended: who comes and goes, what the roster and brief say, and taking it up again.
 *  What of a slice then is over, it says itself. */
const AFTER_THE_END: ReadonlySet<string> = new Set([
  'brief',
  'planning',
  'roster',
  'lobby',
  'participants',
  'session',
  'consents',
  'minutes',
  'attendance',
  'desk',
  'questions',
  'polls',
  'chat',
]);

export const accessRefusal = (
  state: WorkshopState,
  command: WorkshopCommand,
  { by }: Context,
): { readonly ok: false; readonly refusal: { readonly code: WorkshopRefusalCode } } | null => {
  const access: Access = COMMAND_ACCESS[command.type];
  if (by.kind === 'seat') {
    const seat = Object.hasOwn(state.participants.seats, by.seat) ? state.participants.seats[by.seat] : undefined;
    if (!seat) return refuse('permission/notSeated');
    if (access === 'door' || access === 'clock') return refuse('permission/denied');
    if (access !== 'seated' && !roleMay(seat.role, access)) return refuse('permission/denied');
  } else if (by.kind !== 'host' && by.kind !== access) {
    return refuse('permission/denied');
  }
  const slice = command.type.slice(0, command.type.indexOf('/'));
  return state.session.phase === 'ended' && !AFTER_THE_END.has(slice) ? refuse('session/over') : null;
};
