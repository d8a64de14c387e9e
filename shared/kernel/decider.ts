/**
 * What a decider is: a pure pair of functions over facts. Owns the shapes of decisions and refusals; must not know workshops.
 * After emmett's decider and boardgame.io's authority: the same `decide` runs in the browser for speed and on the server for truth.
 */

/** An expected No: data with a stable code, shown kindly in the user's language. Never thrown. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** Plain values that a message may name, such as a limit or a title. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export type Decision<Event, Code extends string = string> =
  { readonly ok: true; readonly events: readonly Event[] } | { readonly ok: false; readonly refusal: Refusal<Code> };

export const accept = <Event>(
  ...events: readonly Event[]
): { readonly ok: true; readonly events: readonly Event[] } => ({
  ok: true,
  events,
});

export const refuse = <Code extends string>(
  code: Code,
  details?: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({
  ok: false,
  refusal: details === undefined ? { code } : { code, details },
});
