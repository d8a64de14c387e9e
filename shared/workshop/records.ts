/** The one operation on id-keyed records that the language lacks. */
export const without = <Id extends string, Value>(
  record: Readonly<Record<Id, Value>>,
  id: Id,
): Readonly<Record<Id, Value>> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id)) as Record<Id, Value>;
