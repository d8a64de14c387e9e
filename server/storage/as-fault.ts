/** Whatever an engine throws, as one of our Faults. Owns telling a conflict from a failure, alike for both engines. */
import { Fault } from '../faults.ts';

export const asFault = (cause: unknown): Fault => {
  if (cause instanceof Fault) return cause;
  const isConflict = /UNIQUE|duplicate key|PRIMARY KEY/i.test(String(cause));
  return isConflict
    ? new Fault('store/conflict', 'Somebody else has written this already.', { cause })
    : new Fault('store/unavailable', 'The database did not do what it was asked.', { cause });
};

type Methods = Readonly<Record<string, (...given: never[]) => Promise<unknown>>>;

/** The same store, rejecting with Faults and with nothing else, as its port promises. */
export const onlyFaults = <Store extends object>(store: Store): Store =>
  Object.fromEntries(
    Object.entries(store as Methods).map(([name, method]) => [
      name,
      (...given: never[]) =>
        method(...given).catch((cause: unknown) => {
          throw asFault(cause);
        }),
    ]),
  ) as Store;
