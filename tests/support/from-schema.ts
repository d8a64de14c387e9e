// Values that a JSON schema admits, as the API's own description gives it. Knows the words that zod writes; a word it does not know is a failure.
import fc from 'fast-check';
import { ID_PATTERN } from '../../shared/kernel/ids.ts';

export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly nullable?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
}

/** `known`: ids and words that exist, so that what is sent often meets something. */
export const fromSchema = (schema: JsonSchema, known: readonly string[]): fc.Arbitrary<unknown> => {
  const inner = (one: JsonSchema): fc.Arbitrary<unknown> => fromSchema(one, known);
  if (schema.nullable === true) return fc.oneof(fc.constant(null), inner({ ...schema, nullable: false }));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(inner));
  switch (schema.type) {
    case 'object': {
      const { properties = {}, required = [] } = schema;
      const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, inner(one)]));
      return fc.record(fields, { requiredKeys: [...required] });
    }
    case 'array':
      return fc.array(schema.items ? inner(schema.items) : fc.jsonValue(), {
        minLength: Math.min(schema.minItems ?? 0, 5),
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      });
    case 'string': {
      const length = Math.max(schema.minLength ?? 1, 3);
      const words = [...known, 'Ann', '低碳', 'a@b.example', 'UTC', '2026-03-26', 'A'.repeat(43)];
      const fitting = words.filter((word) => new RegExp(schema.pattern ?? '', 'u').test(word));
      return fc.oneof(
        fc.string({ minLength: length, maxLength: Math.max(length, Math.min(schema.maxLength ?? 40, 40)) }),
        ...(fitting.length > 0 ? [fc.constantFrom(...fitting)] : []),
      );
    }
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -5, max: Math.max(schema.minimum ?? -5, schema.maximum ?? 1e12) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case undefined:
      return fc.jsonValue();
    default:
      throw new Error(`a schema of type ${schema.type}`);
  }
};

/** One value for every place in which an id may stand, by what the place is called, with `mark` standing there. */
export const markingIds = (
  schema: JsonSchema,
  mark: string,
  name = '',
): readonly { readonly name: string; readonly value: fc.Arbitrary<unknown> }[] => {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((one) => markingIds(one, mark, name));
  if (schema.pattern === ID_PATTERN.source) return [{ name, value: fc.constant(mark) }];
  const { properties = {}, required = [], items } = schema;
  if (items) return markingIds(items, mark, name).map((one) => ({ ...one, value: fc.tuple(one.value) }));
  return Object.entries(properties).flatMap(([key, inner]) =>
    markingIds(inner, mark, key).map((one) => {
      const others = Object.entries(properties).filter(([other]) => other !== key && required.includes(other));
      const fields = Object.fromEntries(others.map(([other, its]) => [other, fromSchema(its, [])]));
      return { name: one.name, value: fc.record({ ...fields, [key]: one.value }) };
    }),
  );
};
