/** A JSON schema as nested lists of names and types. Owns the wording of limits; knows only what our schemas are made of. */
import type { Language } from '../../../shared/kernel/language.ts';
import { say, type Values } from '../../../shared/languages/area.ts';
import { referenceArea } from '../../../shared/languages/areas/reference.ts';
import { markup, type Markup } from '../../updates/pages/markup.ts';

export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly nullable?: boolean;
}

/** Commands have many forms; beyond this depth the machine's version tells more. */
const DEEPEST = 6;

const written = (value: unknown): string => JSON.stringify(value);

export const schemaInWords = (schema: Schema, language: Language, depth = 0): Markup => {
  const t = (key: keyof (typeof referenceArea)['en'], values?: Values): string =>
    say(referenceArea, language, key, values);
  const choices = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null');
  const mayBeNull =
    schema.nullable === true || [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some(({ type }) => type === 'null');
  const orNull = mayBeNull ? ` ${t('orNothing')}` : '';
  const [only] = choices;
  if (only && choices.length === 1) return markup`${schemaInWords(only, language, depth)}${orNull}`;
  if (choices.length > 1) {
    if (depth >= DEEPEST) return markup`${t('oneOf')} (${choices.length})`;
    return markup`${t('oneOf')}${orNull}<ul>${choices.map((one) => markup`<li>${schemaInWords(one, language, depth + 1)}</li>`)}</ul>`;
  }
  if (schema.const !== undefined) return markup`<code>${written(schema.const)}</code>`;
  if (schema.enum)
    return markup`${schema.enum.map((one, at) => markup`${at > 0 ? ' · ' : ''}<code>${written(one)}</code>`)}${orNull}`;
  if (schema.properties) {
    const names = Object.entries(schema.properties);
    if (names.length === 0) return markup`${t('nothing')}`;
    if (depth >= DEEPEST) return markup`object`;
    return markup`<ul>${names.map(
      ([name, one]) =>
        markup`<li><code>${name}</code>${schema.required?.includes(name) ? markup` <em>${t('required')}</em>` : null}: ${schemaInWords(one, language, depth + 1)}</li>`,
    )}</ul>`;
  }
  if (schema.items)
    return markup`${t('listOf', { what: '' })}${schemaInWords(schema.items, language, depth + 1)}${orNull}`;
  const least = schema.minimum ?? schema.minLength ?? schema.minItems;
  const most = schema.maximum ?? schema.maxLength ?? schema.maxItems;
  // The largest whole number that JSON carries safely is no limit worth telling.
  const limits = [
    ...(least === undefined || least < -Number.MAX_SAFE_INTEGER + 1 ? [] : [t('atLeast', { n: least })]),
    ...(most === undefined || most >= Number.MAX_SAFE_INTEGER ? [] : [t('atMost', { n: most })]),
  ];
  return markup`${schema.type ?? 'any'}${limits.length === 0 ? '' : ` (${limits.join(', ')})`}${orNull}`;
};
