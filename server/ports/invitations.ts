/**
 * Ports of invitations: who was invited to a workshop by mail, what their calendars were told, and which reminders went out. What is told and the
 * letters that tell it are written in one transaction, so that neither stands without the other.
 */
import type { Instant, PersonId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Language, LocalText } from '../../shared/kernel/language.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import type { WorkshopSummary } from '../ports.ts';
import type { LetterState, OutboxRecord } from './mail.ts';

export const INVITATION_ANSWERS = ['yes', 'no'] as const;
export type InvitationAnswer = (typeof INVITATION_ANSWERS)[number];

export interface Invitation {
  readonly id: string;
  readonly workshop: WorkshopId;
  /** Of the roster; null: a plain address. */
  readonly person: PersonId | null;
  /** As the desk gave it, where nobody of the roster is meant. */
  readonly name: string;
  readonly mail: string;
  readonly role: Role;
  readonly language: Language;
  /** Where the reader is; null: not known yet. */
  readonly timeZone: string | null;
  /** The personal link. */
  readonly link: string;
  /** Which secret the link has, of those that follow from the invitation. */
  readonly turn: number;
  readonly createdAt: Instant;
  /** The key of the last letter that told when and where; null: none. */
  readonly letter: string | null;
  readonly answer: InvitationAnswer | null;
  readonly answeredAt: Instant | null;
  /** When camera and microphone were found to work. */
  readonly testedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/** What the calendars of those invited were told last. */
export interface ToldCalendar {
  readonly workshop: WorkshopId;
  readonly sequence: number;
  /** Counts the times that the workshop was moved so far that what was reminded of before is worth reminding of again. */
  readonly occasion: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly timeZone: string;
  readonly title: LocalText;
  readonly cancelledAt: Instant | null;
}

export const REMINDER_KINDS = ['week', 'day', 'hour', 'actions', 'article'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export interface ReminderClaim {
  readonly workshop: WorkshopId;
  readonly invitation: string;
  readonly kind: ReminderKind;
  readonly occasion: number;
  readonly at: Instant;
}

/** A letter about an invitation, with the row it belongs to. */
export interface InvitationLetter {
  readonly invitation: string;
  readonly letter: OutboxRecord;
}

export type Watched = Pick<WorkshopSummary, 'id' | 'phase' | 'startsAt' | 'endedAt'>;

export interface InvitationStore {
  /** Adds whom the workshop has not invited yet, with the letters; of two with one address and person, the first. Answers the ids that were added. */
  add(
    invitations: readonly Invitation[],
    calendar: ToldCalendar | null,
    letters: readonly InvitationLetter[],
  ): Promise<readonly string[]>;
  /** In the order in which they were invited; those withdrawn too. */
  of(workshop: WorkshopId): Promise<readonly Invitation[]>;
  byLink(link: string): Promise<Invitation | null>;
  calendar(workshop: WorkshopId): Promise<ToldCalendar | null>;
  /** From this sequence to another calendar, with the letters that say so; false: somebody else was quicker, and nothing is written. */
  tell(from: number, to: ToldCalendar, letters: readonly InvitationLetter[]): Promise<boolean>;
  /** Writes the claim and the letter, or neither: false when this reminder went out before. */
  claim(claim: ReminderClaim, letter: OutboxRecord | null): Promise<boolean>;
  claims(workshop: WorkshopId): Promise<readonly ReminderClaim[]>;
  /** Another letter with the same news. */
  sendAgain(letter: InvitationLetter, turn: number): Promise<void>;
  answer(invitation: string, answer: InvitationAnswer, at: Instant): Promise<void>;
  place(invitation: string, timeZone: string, language: Language): Promise<void>;
  tested(invitation: string, at: Instant): Promise<void>;
  /** False: no such invitation, or withdrawn before. */
  revoke(workshop: WorkshopId, invitation: string, at: Instant, letter: OutboxRecord | null): Promise<boolean>;
  letterStates(keys: readonly string[]): Promise<ReadonlyMap<string, LetterState>>;
  /** Workshops that have invited somebody and are not over for longer than this instant. */
  watched(endedAfter: Instant): Promise<readonly Watched[]>;
}
