/**
 * Plain records keyed by ids, read without ever meeting what every object inherits (`constructor`, `__proto__`).
 * Must not know what is kept in them.
 */
export const lookUp = <Id extends string, Value>(record: Readonly<Record<Id, Value>>, id: Id): Value | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;

export const valuesOf = <Id extends string, Value>(record: Readonly<Record<Id, Value>>): readonly Value[] =>
  Object.values<Value>(record);

export const mapValues = <Id extends string, Value>(
  record: Readonly<Record<Id, Value>>,
  to: (value: Value) => Value,
): Readonly<Record<Id, Value>> =>
  Object.fromEntries(Object.entries<Value>(record).map(([key, value]) => [key, to(value)])) as Record<Id, Value>;

export const without = <Id extends string, Value>(
  record: Readonly<Record<Id, Value>>,
  id: Id,
): Readonly<Record<Id, Value>> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id)) as Record<Id, Value>;
