/**
 * Who may do what, in one table. Owns every permission of a workshop; HTTP, Socket.IO, Yjs, files and media all ask here.
 * Must not know how a door recognises a person. "own" rights (lower my hand, yield my floor) need no row: decide checks the seat.
 */
import type { Role } from './roles.ts';

const ALL: readonly Role[] = ['chair', 'co-chair', 'speaker', 'rapporteur', 'interpreter', 'participant', 'observer'];
const DESK: readonly Role[] = ['chair', 'co-chair'];
const TABLE_ROLES: readonly Role[] = ['chair', 'co-chair', 'speaker', 'rapporteur', 'interpreter', 'participant'];

export const PERMISSIONS = {
  'session.run': DESK,
  'brief.edit': DESK,
  'roster.edit': ['chair', 'co-chair', 'rapporteur'],
  'roster.correctOwn': ALL,
  'lobby.watch': DESK,
  'lobby.admit': DESK,
  'participants.assignRole': ['chair'],
  'participants.remove': DESK,
  'participants.ban': DESK,
  'participants.anonymize': ['chair'],
  'agenda.edit': DESK,
  'agenda.run': DESK,
  'floor.raise': TABLE_ROLES,
  'floor.manage': DESK,
  'stage.publish': TABLE_ROLES,
  'stage.shareScreen': ['chair', 'co-chair', 'speaker', 'rapporteur'],
  'stage.moderate': DESK,
  'stage.watch': ALL,
  /** Bring, show and turn the slides of the items one presents; whoever runs the agenda, everybody's. */
  'slides.present': TABLE_ROLES,
  /** Ask who is still here, and set what counts as having attended. */
  'attendance.check': DESK,
  /** The desk's own channel: read and write. */
  'desk.talk': ['chair', 'co-chair', 'rapporteur'],
  /** Ask the room and vote for questions. */
  'questions.ask': TABLE_ROLES,
  /** Say that a question was answered, or answer it in writing. */
  'questions.answer': ['chair', 'co-chair', 'speaker', 'rapporteur'],
  'questions.manage': DESK,
  'polls.manage': DESK,
  /** Each poll names its roles as well. */
  'polls.vote': ALL,
  'reactions.send': ALL,
  'chat.read': ALL,
  'chat.write': TABLE_ROLES,
  /** Read what is written to the desk, delete, open and close. */
  'chat.moderate': DESK,
  'notes.read': ALL,
  'notes.write': TABLE_ROLES,
  /** Open the review and answer corrections; proposing one needs no row: whoever attended may. */
  'minutes.edit': ['chair', 'co-chair', 'rapporteur'],
  'minutes.approve': ['chair'],
  'files.read': ALL,
  'files.upload': TABLE_ROLES,
  /** Make, list, replace and withdraw links; links for the desk's own roles need participants.assignRole as well. */
  'links.issue': DESK,
  'draft.read': ['chair', 'co-chair', 'rapporteur', 'speaker'],
  /** Work on the update's working copy; an organization's editors may as well. */
  'draft.edit': ['chair', 'co-chair', 'rapporteur'],
  'workshop.export': DESK,
  /** This workshop's part of the audit log. */
  'audit.read': DESK,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Roles that a link seats without knocking. */
export const ROLES_WITHOUT_KNOCKING: readonly Role[] = ['chair', 'co-chair', 'speaker', 'rapporteur', 'interpreter'];

export const roleMay = (role: Role, permission: Permission): boolean =>
  (PERMISSIONS[permission] as readonly Role[]).includes(role);
