/**
 * A person without a name: what stands in a roster's and a log's place once somebody was anonymized. Owns what is kept: for whom the person
 * stood, and a number; must not know why.
 */
import type { Person } from './person.ts';

export const neutralPerson = ({ id, positions }: Person, number: number): Person => ({
  id,
  name: { neutral: number },
  positions: positions.flatMap(({ organization }) => (organization === undefined ? [] : [{ title: {}, organization }])),
});

export const isNeutral = ({ name }: Pick<Person, 'name'>): boolean => name.neutral !== undefined;
