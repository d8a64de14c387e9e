// What came of trying a door: done, denied for want of a right, or anything else by its own word.
export type Outcome = string;

export const DONE: Outcome = 'done';
export const DENIED: Outcome = 'denied';

/** The words by which the doors refuse for want of a right; any other word is about the thing, not about the person. */
const DENIALS: ReadonlySet<string> = new Set([
  'access/denied',
  'account/denied',
  'permission/denied',
  'media/notAllowed',
  'protocol/notSeated',
  'notes/readOnly',
  'roster/notYourEntry',
]);

export const outcomeOf = (code: string | null): Outcome => (code === null ? DONE : DENIALS.has(code) ? DENIED : code);

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export const ofHttp = ({ status, body }: Answered): Outcome => {
  if (status < 300) return DONE;
  const code = (body as { error?: { code?: string } } | null)?.error?.code;
  return outcomeOf(code ?? `http ${status}`);
};

/** One way in that a right guards: who tries it, and by which other words it may answer somebody who may. */
/** Whether this outcome is what the table says. */
export const isRight = (door: Door<never>, outcome: Outcome, may: boolean): boolean =>
  may
    ? outcome === DONE || (door.otherwise?.test(outcome) ?? false)
    : outcome === DENIED || (door.alsoDenies?.test(outcome) ?? false);

export interface Door<Who> {
  readonly name: string;
  readonly attempt: (who: Who) => Promise<Outcome>;
  /** Refusals that have nothing to do with the right, where an attempt cannot be made to succeed. */
  readonly otherwise?: RegExp;
  /** Words that deny without telling that there is something. */
  readonly alsoDenies?: RegExp;
}
