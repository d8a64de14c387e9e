/** Binds answers to exactly what was shown. Owns the hash and what a row of answers comes to. */
import { createHash } from 'node:crypto';
import type { Subject } from '../../../shared/drafting/voices.ts';
import type { ApprovalAnswer, ApprovalWord } from '../../ports/drafts.ts';

type Shown = Pick<Subject, 'kind' | 'text'>;

/** A statement that became a quote is no longer what was agreed to, so the kind is in it. */
export const hashOf = ({ kind, text }: Shown): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, text.normalize('NFC')]))
    .digest('base64url');

export interface Standing {
  readonly answer: ApprovalWord;
  readonly suggestion: string | null;
}

const keyOf = (person: string, hash: string): string => `${person} ${hash}`;

/** The last answer to each text counts. Who suggests a wording has agreed to that wording. */
export const standings = (answers: readonly ApprovalAnswer[]): ((subject: Subject) => Standing | null) => {
  const standing = new Map<string, Standing>();
  for (const { person, kind, hash, answer, suggestion } of answers) {
    standing.set(keyOf(person, hash), { answer, suggestion });
    if (answer === 'changed' && suggestion !== null)
      standing.set(keyOf(person, hashOf({ kind, text: suggestion })), { answer: 'approved', suggestion: null });
  }
  return (subject) => standing.get(keyOf(subject.person, hashOf(subject))) ?? null;
};
