/**
 * The combined decider of a workshop: one pure function for truth (server) and speed (browser), and the folding of entries into state.
 * A decision without events changes nothing and is not written.
 */
import type { Decision } from '../kernel/decider.ts';
import type { Circumstance, Context } from './actor.ts';
import { decideAgenda } from './agenda/decide.ts';
import { evolveAgenda, initialAgenda } from './agenda/evolve.ts';
import type { AgendaCommand } from './agenda/types.ts';
import { decideAttendance } from './attendance/decide.ts';
import { evolveAttendance, initialAttendance } from './attendance/evolve.ts';
import type { AttendanceCommand } from './attendance/types.ts';
import { decideBrief } from './brief/decide.ts';
import { evolveBrief, initialBrief } from './brief/evolve.ts';
import type { BriefCommand } from './brief/types.ts';
import { decideChat } from './chat/decide.ts';
import { evolveChat, initialChat } from './chat/evolve.ts';
import type { ChatCommand } from './chat/types.ts';
import { accessRefusal } from './command-access.ts';
import { decideConsents } from './consents/decide.ts';
import { evolveConsents, initialConsents } from './consents/evolve.ts';
import type { ConsentsCommand } from './consents/types.ts';
import { decideDesk } from './desk/decide.ts';
import { evolveDesk, initialDesk } from './desk/evolve.ts';
import type { DeskCommand } from './desk/types.ts';
import { arrangeQueue } from './floor/arrange.ts';
import { decideFloor } from './floor/decide.ts';
import { evolveFloor, initialFloor } from './floor/evolve.ts';
import type { FloorCommand } from './floor/types.ts';
import { decideLobby } from './lobby/decide.ts';
import { evolveLobby, initialLobby } from './lobby/evolve.ts';
import type { LobbyCommand } from './lobby/types.ts';
import { decideMinutes } from './minutes/decide.ts';
import { evolveMinutes, initialMinutes } from './minutes/evolve.ts';
import type { MinutesCommand } from './minutes/types.ts';
import { decideParticipants } from './participants/decide.ts';
import { evolveParticipants, initialParticipants } from './participants/evolve.ts';
import type { ParticipantsCommand } from './participants/types.ts';
import { decidePlanning } from './planning/decide.ts';
import { evolvePlanning, initialPlanning } from './planning/evolve.ts';
import type { PlanningCommand } from './planning/types.ts';
import { decidePolls } from './polls/decide.ts';
import { evolvePolls, initialPolls } from './polls/evolve.ts';
import type { PollsCommand } from './polls/types.ts';
import { decideQuestions } from './questions/decide.ts';
import { evolveQuestions, initialQuestions } from './questions/evolve.ts';
import type { QuestionsCommand } from './questions/types.ts';
import { decideRoster } from './roster/decide.ts';
import { evolveRoster, initialRoster } from './roster/evolve.ts';
import type { RosterCommand } from './roster/types.ts';
import { decideSession } from './session/decide.ts';
import { evolveSession, initialSession } from './session/evolve.ts';
import type { SessionCommand } from './session/types.ts';
import { decideSlides } from './slides/decide.ts';
import { evolveSlides, initialSlides } from './slides/evolve.ts';
import type { SlidesCommand } from './slides/types.ts';
import { decideStage } from './stage/decide.ts';
import { evolveStage, initialStage } from './stage/evolve.ts';
import type { StageCommand } from './stage/types.ts';
import type { Entry, WorkshopCommand, WorkshopEvent, WorkshopRefusalCode, WorkshopState } from './workshop.ts';

export const initialState: WorkshopState = {
  brief: initialBrief,
  planning: initialPlanning,
  session: initialSession,
  roster: initialRoster,
  lobby: initialLobby,
  participants: initialParticipants,
  agenda: initialAgenda,
  floor: initialFloor,
  stage: initialStage,
  slides: initialSlides,
  attendance: initialAttendance,
  desk: initialDesk,
  consents: initialConsents,
  minutes: initialMinutes,
  questions: initialQuestions,
  polls: initialPolls,
  chat: initialChat,
};

type Slice = keyof WorkshopState;
type Deciders = {
  readonly [S in Slice]: (s: WorkshopState, c: never, x: Context) => Decision<WorkshopEvent, WorkshopRefusalCode>;
};

const DECIDERS = {
  brief: (state, command: BriefCommand) => decideBrief(state, command),
  planning: (state, command: PlanningCommand) => decidePlanning(state, command),
  session: (state, command: SessionCommand) => decideSession(state, command),
  roster: (state, command: RosterCommand, context) => decideRoster(state, command, context),
  lobby: (state, command: LobbyCommand, context) => decideLobby(state, command, context),
  participants: (state, command: ParticipantsCommand, context) => decideParticipants(state, command, context),
  agenda: (state, command: AgendaCommand, context) => decideAgenda(state, command, context),
  floor: (state, command: FloorCommand, context) => decideFloor(state, command, context),
  stage: (state, command: StageCommand, context) => decideStage(state, command, context),
  slides: (state, command: SlidesCommand, context) => decideSlides(state, command, context),
  attendance: (state, command: AttendanceCommand, context) => decideAttendance(state, command, context),
  desk: (state, command: DeskCommand, context) => decideDesk(state, command, context),
  consents: (state, command: ConsentsCommand, context) => decideConsents(state, command, context),
  minutes: (state, command: MinutesCommand, context) => decideMinutes(state, command, context),
  questions: (state, command: QuestionsCommand, context) => decideQuestions(state, command, context),
  polls: (state, command: PollsCommand, context) => decidePolls(state, command, context),
  chat: (state, command: ChatCommand, context) => decideChat(state, command, context),
} satisfies Deciders;

/** Every command's type begins with its slice's name; the compiler checks the table above, this line only finds the row. */
const deciderOf = (command: WorkshopCommand): Deciders[Slice] =>
  (DECIDERS as Deciders)[command.type.slice(0, command.type.indexOf('/')) as Slice];

export const decide = (
  state: WorkshopState,
  command: WorkshopCommand,
  context: Context,
): Decision<WorkshopEvent, WorkshopRefusalCode> =>
  accessRefusal(state, command, context) ?? deciderOf(command)(state, command as never, context);

const evolveSlices = (state: WorkshopState, event: WorkshopEvent, circumstance: Circumstance): WorkshopState => ({
  brief: evolveBrief(state.brief, event),
  planning: evolvePlanning(state.planning, event),
  session: evolveSession(state.session, event, circumstance),
  roster: evolveRoster(state.roster, event, circumstance),
  lobby: evolveLobby(state.lobby, event, circumstance),
  participants: evolveParticipants(state.participants, event, circumstance),
  agenda: evolveAgenda(state.agenda, event, circumstance),
  floor: evolveFloor(state.floor, event, circumstance),
  stage: evolveStage(state.stage, event),
  slides: evolveSlides(state.slides, event),
  attendance: evolveAttendance(state.attendance, event, circumstance),
  desk: evolveDesk(state.desk, event, circumstance),
  consents: evolveConsents(state.consents, event, circumstance),
  minutes: evolveMinutes(state.minutes, event, circumstance),
  questions: evolveQuestions(state.questions, event, circumstance),
  polls: evolvePolls(state.polls, event, circumstance),
  chat: evolveChat(state.chat, event, circumstance),
});

/** The queue's order follows from several slices: who has spoken, who sits where, who comes from where. */
export const evolve = (state: WorkshopState, event: WorkshopEvent, circumstance: Circumstance): WorkshopState =>
  arrangeQueue(evolveSlices(state, event, circumstance));

export const evolveEntry = (state: WorkshopState, entry: Entry): WorkshopState =>
  entry.events.reduce((reached, event) => evolve(reached, event, entry), state);

export const replay = (entries: readonly Entry[], from: WorkshopState = initialState): WorkshopState =>
  entries.reduce(evolveEntry, from);
