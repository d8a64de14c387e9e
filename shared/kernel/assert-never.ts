/** The end of an exhaustive switch: a compile error when a case is forgotten, a fault if the impossible arrives. */
export const assertNever = (value: never, where: string): never => {
  throw new Error(`${where}: unexpected ${JSON.stringify(value)}`);
};
