/** The minutes of a workshop as data. Owns the shapes; must not know how they are compiled or laid out. Durations are whole ms. */
import type { AgendaItemId, BlockId, Instant, PersonId } from '../kernel/ids.ts';
import type { LocalText } from '../kernel/language.ts';
import type { Block } from '../notes/blocks.ts';
import type { ItemKind, Presenter } from '../workshop/agenda/types.ts';
import type { TalkTimes } from '../workshop/floor/talk-times.ts';
import type { ClosedPoll } from '../workshop/polls/selectors.ts';
import type { ListedQuestion } from '../workshop/questions/selectors.ts';
import type { Role } from '../workshop/roles.ts';

export interface Attendee {
  readonly person: PersonId;
  /** The highest role held, in the order of ROLES. */
  readonly role: Role;
  readonly presentMs: number;
}

/** What was highlighted of the questions, and every poll that was closed. */
export interface Asked {
  readonly questions: readonly ListedQuestion[];
  readonly polls: readonly ClosedPoll[];
}

export interface MinutesItem {
  readonly id: AgendaItemId;
  /** Counts from 1 over the whole agenda, dropped items included, as the agenda showed them. */
  readonly number: number;
  readonly kind: ItemKind;
  readonly title: LocalText;
  readonly presenters: readonly Presenter[];
  readonly plannedMs: number;
  /** Null: it was never taken up. */
  readonly actual: { readonly from: Instant; readonly ms: number } | null;
  readonly dropped: boolean;
  /** Then it has neither notes nor speakers, questions nor polls here. */
  readonly offTheRecord: boolean;
  readonly notes: readonly Block[];
  readonly asked: Asked;
  /** Who had the floor in it and for how long, in the order in which they first spoke. */
  readonly speakers: readonly { readonly person: PersonId; readonly ms: number }[];
}

export interface Action {
  readonly block: BlockId;
  readonly text: string;
  readonly owner: PersonId | null;
  /** An ISO date. */
  readonly due: string | null;
}

/** What minutes should have and have not; shown to who completes them, never printed. */
export interface Gap {
  readonly code: 'actionWithoutOwner' | 'actionWithoutDue' | 'itemWithoutNotes';
  readonly block?: BlockId;
  readonly item?: AgendaItemId;
  /** The action's own words. */
  readonly text?: string;
}

export interface Minutes {
  readonly begunAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly attendees: readonly Attendee[];
  /** Of what was on the record; whoever opted out is not among the people. */
  readonly talkTimes: TalkTimes;
  readonly items: readonly MinutesItem[];
  readonly general: readonly Block[];
  /** Of no item, or of one that is no longer there. */
  readonly generalAsked: Asked;
  readonly decisions: readonly Block[];
  readonly actions: readonly Action[];
  readonly gaps: readonly Gap[];
}
