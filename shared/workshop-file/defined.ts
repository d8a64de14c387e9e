/** Drops keys whose value is undefined: facts say "not given" by absence. Owns nothing else. */
type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

export const defined = <T extends object>(given: Loose<T>): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
