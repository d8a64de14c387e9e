/** From when until when something held, as exactly as it is known: a year, a month or a day. Owns comparing; must not know of what. */
export interface Period {
  readonly from?: string;
  readonly until?: string;
}

const DATE = /^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** 2024, 2024-03 or 2024-03-26. */
export const isDate = (text: string): boolean => DATE.test(text);

/** The sooner end is no later than the later one, as far as both are known. */
export const isInOrder = ({ from, until }: Period): boolean => {
  if (from === undefined || until === undefined) return true;
  const known = Math.min(from.length, until.length);
  return from.slice(0, known) <= until.slice(0, known);
};

/** Whether it held on this day (2024-03-26). A year or a month counts whole, at both ends; an end that is not known bounds nothing. */
export const heldOn = ({ from, until }: Period, day: string): boolean =>
  (from === undefined || day.slice(0, from.length) >= from) &&
  (until === undefined || day.slice(0, until.length) <= until);
