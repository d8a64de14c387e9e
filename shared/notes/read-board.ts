/**
 * Reads a board's JSON into blocks, in agenda order. Pure and total: whatever JSON arrives, an answer comes and nothing is thrown;
 * what is not understood becomes prose. Must not know Yjs or the editor. An author attribute would not be read: it is never trusted.
 */
import { id, instant, isId, type AgendaItemId, type BlockId, type FileId, type PersonId } from '../kernel/ids.ts';
import {
  BLOCK_KINDS,
  FRAGMENT_GENERAL,
  type Block,
  type BlockKind,
  type Board,
  type BoardJson,
  type PhotoPlace,
} from './blocks.ts';
import { isMentionOf, MENTION, type MentionOf } from './node-specs.ts';

/** Limits on hostile documents: deeper nodes and later blocks are not read. */
const DEPTH_LIMIT = 64;
const BLOCK_LIMIT = 20_000;
const TEXT_LIMIT = 20_000;
/** A source or a credit. */
const WORD_LIMIT = 300;

const KINDS: ReadonlySet<string> = new Set(BLOCK_KINDS);
// What is no word is not made one: an object may have a toString of its own that throws.
const isInline = (type: unknown): boolean => typeof type === 'string' && INLINE.has(type);
const isKind = (type: unknown): type is BlockKind => typeof type === 'string' && KINDS.has(type);

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const own = (of: Fields, name: string): unknown => (Object.hasOwn(of, name) ? of[name] : undefined);
const childrenOf = (node: Fields): readonly unknown[] => {
  const content = own(node, 'content');
  return Array.isArray(content) ? content : [];
};

/** How somebody who is mentioned is to be written; null: as the author saw it. */
export type NameOfMentioned = (of: MentionOf, ref: string) => string | null;

const mentioned = (node: Fields, nameOf: NameOfMentioned): string => {
  const attributes = fieldsOf(own(node, 'attrs'));
  const of = own(attributes, 'of');
  const ref = own(attributes, 'ref');
  const known = isMentionOf(of) && typeof ref === 'string' && isId(ref) ? nameOf(of, ref) : null;
  return known ?? word(attributes, 'label') ?? '';
};

const textOf = (node: Fields, nameOf: NameOfMentioned, depth = 0): string => {
  if (depth > DEPTH_LIMIT) return '';
  const text = own(node, 'text');
  if (typeof text === 'string') return text;
  const type = own(node, 'type');
  if (type === 'hardBreak') return ' ';
  if (type === MENTION.name) return mentioned(node, nameOf);
  return childrenOf(node)
    .map((child) => textOf(fieldsOf(child), nameOf, depth + 1))
    .join('');
};

const INLINE: ReadonlySet<string> = new Set(['text', 'hardBreak', MENTION.name]);

/** True when a node holds a line of its own: text directly, or nothing at all. */
const isLine = (node: Fields): boolean => {
  const children = childrenOf(node);
  return children.length === 0 || children.some((child) => isInline(own(fieldsOf(child), 'type')));
};

// As at every other door: no controls that nobody sees, least of all those that turn text round.
// eslint-disable-next-line no-control-regex -- taking them out is the point
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;
const cleaned = (text: string, limit: number): string =>
  text.replace(UNSEEN, '').replace(/\s+/g, ' ').normalize('NFC').trim().slice(0, limit).trimEnd();

const word = (attributes: Fields, name: string): string | null => {
  const value = own(attributes, name);
  return (typeof value === 'string' && cleaned(value, WORD_LIMIT)) || null;
};
const reference = <Name extends PersonId | FileId>(attributes: Fields, name: string): Name | null => {
  const value = word(attributes, name);
  return value !== null && isId(value) ? id<Name>(value) : null;
};
const milliseconds = (attributes: Fields, name: string): number | null => {
  const value = word(attributes, name);
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null;
};
const momentOf = (attributes: Fields): Pick<Block, 'at' | 'offset'> => {
  const [at, offset] = [milliseconds(attributes, 'at'), milliseconds(attributes, 'offset')];
  return { ...(at !== null && { at: instant(at) }), ...(offset !== null && { offset }) };
};
const isoDate = (value: string | null): string | null => {
  const parts = value === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (value === null || parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days ? value : null;
};
const placeOf = (value: string | null): PhotoPlace =>
  value === 'after-lead' || value === 'before-statements' ? value : '';

const typed = (
  kind: BlockKind,
  base: Pick<Block, 'id' | 'item' | 'text' | 'at' | 'offset'>,
  attributes: Fields,
): Block => {
  switch (kind) {
    case 'keyPoint':
    case 'statement':
    case 'quote':
    case 'suggestion':
      return { ...base, kind, person: reference<PersonId>(attributes, 'person') };
    case 'action':
      return {
        ...base,
        kind,
        owner: reference<PersonId>(attributes, 'owner'),
        due: isoDate(word(attributes, 'due')),
        done: own(attributes, 'done') === 'yes',
        carried: word(attributes, 'carried'),
      };
    case 'figure':
      return { ...base, kind, source: word(attributes, 'source') };
    case 'photo':
      return {
        ...base,
        kind,
        file: reference<FileId>(attributes, 'file'),
        credit: word(attributes, 'credit'),
        place: placeOf(word(attributes, 'place')),
        alt: word(attributes, 'alt'),
      };
    default:
      return { ...base, kind };
  }
};

/** Empty lines say nothing; a photo may stand without a caption when its file or credit is known. */
const saysSomething = (block: Block): boolean =>
  block.text !== '' || (block.kind === 'photo' && (block.file !== null || block.credit !== null));

class Reading {
  readonly blocks: Block[] = [];
  readonly #taken = new Set<string>();
  readonly #nameOf: NameOfMentioned;

  constructor(nameOf: NameOfMentioned) {
    this.#nameOf = nameOf;
  }

  fragment(name: string, item: AgendaItemId | null, document: unknown): void {
    const spare = { next: 1 };
    const walk = (node: Fields, depth: number): void => {
      if (depth > DEPTH_LIMIT || this.blocks.length >= BLOCK_LIMIT) return;
      const type = own(node, 'type');
      const attributes = fieldsOf(own(node, 'attrs'));
      if (isKind(type) || (type !== 'doc' && isLine(node))) {
        const text = cleaned(textOf(node, this.#nameOf), TEXT_LIMIT);
        const base = { id: this.#name(attributes, name, spare), item, text, ...momentOf(attributes) };
        const block: Block = isKind(type) ? typed(type, base, attributes) : { ...base, kind: 'prose' };
        if (saysSomething(block)) this.blocks.push(block);
        return;
      }
      for (const child of childrenOf(node)) walk(fieldsOf(child), depth + 1);
    };
    walk(fieldsOf(document), 0);
  }

  /** A block without an id, or with one that is taken, is named by its place, so that ids in a reading are always unique. */
  #name(attributes: Fields, fragment: string, spare: { next: number }): BlockId {
    const given = word(attributes, 'blockId');
    let name = given !== null && isId(given) && !this.#taken.has(given) ? given : '';
    while (name === '' || this.#taken.has(name)) name = `${fragment.slice(0, 48)}-b${spare.next++}`;
    this.#taken.add(name);
    return id<BlockId>(name);
  }
}

/**
 * The board as read. Items of `order` first and in that order, then items that are no longer in it (by name), then the general fragment.
 * `general` stands last because it belongs to no moment of the workshop.
 */
export const readBoard = (
  json: BoardJson,
  order: readonly AgendaItemId[],
  nameOf: NameOfMentioned = () => null,
): Board => {
  const fragments = fieldsOf(json);
  const reading = new Reading(nameOf);
  const inOrder = new Set<string>(order);
  const others = Object.keys(fragments)
    .filter((name) => name !== FRAGMENT_GENERAL && isId(name) && !inOrder.has(name))
    .sort();
  for (const name of [...inOrder, ...others]) {
    if (Object.hasOwn(fragments, name)) reading.fragment(name, id<AgendaItemId>(name), fragments[name]);
  }
  if (Object.hasOwn(fragments, FRAGMENT_GENERAL)) reading.fragment(FRAGMENT_GENERAL, null, fragments[FRAGMENT_GENERAL]);
  return { blocks: reading.blocks };
};
