/**
 * The workshop as a whole: the union of its slices' states, commands, events and refusals, and the entry of its log.
 * Owns the shapes; the combined decider is decider.ts. Must not know sockets, storage, clocks.
 */
import type { CommandId, Instant } from '../kernel/ids.ts';
import type { Actor } from './actor.ts';
import type { AgendaCommand, AgendaEvent, AgendaRefusal, AgendaState } from './agenda/types.ts';
import type { AttendanceCommand, AttendanceEvent, AttendanceRefusal, AttendanceState } from './attendance/types.ts';
import type { DeskCommand, DeskEvent, DeskState } from './desk/types.ts';
import type { BriefCommand, BriefEvent, BriefRefusal, BriefState } from './brief/types.ts';
import type { ChatCommand, ChatEvent, ChatRefusal, ChatState } from './chat/types.ts';
import type { ConsentsCommand, ConsentsEvent, ConsentsRefusal, ConsentsState } from './consents/types.ts';
import type { FloorCommand, FloorEvent, FloorRefusal, FloorState } from './floor/types.ts';
import type { LobbyCommand, LobbyEvent, LobbyRefusal, LobbyState } from './lobby/types.ts';
import type { MinutesCommand, MinutesEvent, MinutesRefusal, MinutesState } from './minutes/types.ts';
import type {
  ParticipantsCommand,
  ParticipantsEvent,
  ParticipantsRefusal,
  ParticipantsState,
} from './participants/types.ts';
import type { PlanningCommand, PlanningEvent, PlanningRefusal, PlanningState } from './planning/types.ts';
import type { PollsCommand, PollsEvent, PollsRefusal, PollsState } from './polls/types.ts';
import type { QuestionsCommand, QuestionsEvent, QuestionsRefusal, QuestionsState } from './questions/types.ts';
import type { RosterCommand, RosterEvent, RosterRefusal, RosterState } from './roster/types.ts';
import type { SessionCommand, SessionEvent, SessionRefusal, SessionState } from './session/types.ts';
import type { SlidesCommand, SlidesEvent, SlidesRefusal, SlidesState } from './slides/types.ts';
import type { StageCommand, StageEvent, StageRefusal, StageState } from './stage/types.ts';

export interface WorkshopState {
  readonly brief: BriefState;
  readonly planning: PlanningState;
  readonly session: SessionState;
  readonly roster: RosterState;
  readonly lobby: LobbyState;
  readonly participants: ParticipantsState;
  readonly agenda: AgendaState;
  readonly floor: FloorState;
  readonly stage: StageState;
  readonly slides: SlidesState;
  readonly attendance: AttendanceState;
  readonly desk: DeskState;
  readonly consents: ConsentsState;
  readonly minutes: MinutesState;
  readonly questions: QuestionsState;
  readonly polls: PollsState;
  readonly chat: ChatState;
}

export type WorkshopCommand =
  | BriefCommand
  | PlanningCommand
  | SessionCommand
  | RosterCommand
  | LobbyCommand
  | ParticipantsCommand
  | AgendaCommand
  | FloorCommand
  | StageCommand
  | SlidesCommand
  | AttendanceCommand
  | DeskCommand
  | ConsentsCommand
  | MinutesCommand
  | QuestionsCommand
  | PollsCommand
  | ChatCommand;

export type WorkshopEvent =
  | BriefEvent
  | PlanningEvent
  | SessionEvent
  | RosterEvent
  | LobbyEvent
  | ParticipantsEvent
  | AgendaEvent
  | FloorEvent
  | StageEvent
  | SlidesEvent
  | AttendanceEvent
  | DeskEvent
  | ConsentsEvent
  | MinutesEvent
  | QuestionsEvent
  | PollsEvent
  | ChatEvent;

export type WorkshopRefusalCode =
  | 'permission/denied'
  | 'permission/notSeated'
  | 'session/over'
  | BriefRefusal
  | PlanningRefusal
  | SessionRefusal
  | RosterRefusal
  | LobbyRefusal
  | ParticipantsRefusal
  | AgendaRefusal
  | FloorRefusal
  | StageRefusal
  | SlidesRefusal
  | AttendanceRefusal
  | ConsentsRefusal
  | MinutesRefusal
  | QuestionsRefusal
  | PollsRefusal
  | ChatRefusal;

/** The version in which entries are written today; older ones pass through upcast.ts when read. */
export const LOG_VERSION = 1;

/** One line of the log: what one command made happen. `seq` is dense and starts at 1. */
export interface Entry {
  readonly seq: number;
  readonly at: Instant;
  readonly by: Actor;
  readonly cause: CommandId;
  readonly v: number;
  readonly events: readonly WorkshopEvent[];
}
