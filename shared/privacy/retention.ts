/**
 * The kinds of data that are not kept for ever, and for how long: the house's own rule, until an administrator sets another. Owns kinds and
 * defaults; what each kind holds is told in docs/doors.md, and removing it is the server's.
 */
export const RETENTION_KINDS = [
  'attempts',
  'sessions',
  'letters',
  'invitations',
  'audit',
  'directory',
  'links',
  'attendance',
  'words',
  'chat',
  'uploads',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** In days; null: for ever. */
export type KeptFor = Readonly<Record<RetentionKind, number | null>>;

export const USUAL_DAYS: KeptFor = {
  /** Counted tries to sign in, and links and codes that work once. */
  attempts: 7,
  /** Sessions, after they have run out. */
  sessions: 30,
  letters: 90,
  /** Invitations to an organization, after they have run out. */
  invitations: 30,
  audit: 365,
  /** What could be taken back in the directory, with the entries as they were and their portraits. */
  directory: 180,
  /** Links that open nothing any more; names of links and marks of browsers, after a workshop's end. */
  links: 365,
  /** When each came and went, after a workshop's end; how long each was there stays. */
  attendance: 730,
  /** What the desk said among itself and to those who waited, after a workshop's end. */
  words: 90,
  /** The words of the chat, after a workshop's end. */
  chat: 365,
  /** Pictures that nothing mentions. */
  uploads: 30,
};

export const MOST_DAYS = 3650;
