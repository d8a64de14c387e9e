/**
 * A section of the board as it was, beside the section as it is now: which blocks stand as they did, which were changed, which are gone, which came
 * since. Pure and total: whatever JSON arrives, an answer comes. Must not know Yjs, the editor or how it is shown.
 */
import { BLOCK_KINDS, type BlockKind } from './blocks.ts';
import { MENTION } from './node-specs.ts';

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const own = (of: Fields, name: string): unknown => (Object.hasOwn(of, name) ? of[name] : undefined);
const childrenOf = (node: Fields): readonly Fields[] => {
  const content = own(node, 'content');
  return Array.isArray(content) ? content.map(fieldsOf) : [];
};
const wordAt = (node: Fields, name: string): string => {
  const value = own(fieldsOf(own(node, 'attrs')), name);
  return typeof value === 'string' ? value : '';
};

const KINDS: ReadonlySet<string> = new Set(BLOCK_KINDS);
const INLINE: ReadonlySet<string> = new Set(['text', 'hardBreak', MENTION.name]);

/** A block of the section: an ordinary line, a typed block, or a whole list or table. */
export interface PastBlock {
  /** The name of the first named block in it; its place when there is none. */
  readonly key: string;
  readonly kind: BlockKind | 'prose';
  /** Line by line, without marks. */
  readonly text: string;
  /** As the editor can take it again. */
  readonly node: unknown;
}

export interface ComparedBlock extends PastBlock {
  readonly standing: 'same' | 'changed' | 'gone';
  /** What stands there now; null when it is gone. */
  readonly now: string | null;
}

export interface Compared {
  /** In the order of then. */
  readonly was: readonly ComparedBlock[];
  /** What was written since. */
  readonly since: readonly PastBlock[];
}

const textOf = (node: Fields): string => {
  const type = own(node, 'type');
  const text = own(node, 'text');
  if (typeof text === 'string') return text;
  if (type === 'hardBreak') return '\n';
  if (type === MENTION.name) return wordAt(node, 'label');
  const children = childrenOf(node);
  const isLine = children.some((child) => {
    const type = own(child, 'type');
    return typeof type === 'string' && INLINE.has(type);
  });
  return children
    .map(textOf)
    .filter((one) => isLine || one !== '')
    .join(isLine ? '' : '\n');
};

/** The name of a block, or of the first one in a list or a table; '' when nothing in it has one. */
export const firstNameIn = (block: unknown): string => {
  const node = fieldsOf(block);
  const within = (): string =>
    childrenOf(node)
      .map(firstNameIn)
      .find((name) => name !== '') ?? '';
  return wordAt(node, 'blockId') || within();
};

const blocksOf = (section: unknown): readonly PastBlock[] =>
  childrenOf(fieldsOf(section)).map((node, place) => {
    const type = own(node, 'type');
    return {
      key: firstNameIn(node) || `#${place}`,
      kind: typeof type === 'string' && KINDS.has(type) ? (type as BlockKind) : 'prose',
      text: textOf(node).trim(),
      node,
    };
  });

/** What was made when is no difference that anybody reads. */
const essence = ({ node }: PastBlock): string =>
  JSON.stringify(node, (name, value: unknown) =>
    name === 'at' || name === 'offset' || value === null || value === '' ? undefined : value,
  );

const saysSomething = ({ text, kind, node }: PastBlock): boolean =>
  text !== '' || (kind === 'photo' && wordAt(fieldsOf(node), 'file') !== '');

export const compareSections = (then: unknown, now: unknown): Compared => {
  const [past, present] = [blocksOf(then), blocksOf(now)];
  const standing = new Map(present.map((block) => [block.key, block] as const));
  const known = new Set(past.map(({ key }) => key));
  return {
    was: past.filter(saysSomething).map((block) => {
      const found = standing.get(block.key);
      if (found === undefined || !saysSomething(found)) return { ...block, standing: 'gone', now: null };
      return { ...block, standing: essence(found) === essence(block) ? 'same' : 'changed', now: found.text };
    }),
    since: present.filter((block) => !known.has(block.key) && saysSomething(block)),
  };
};

/** The one stretch in which two texts differ; never within a surrogate pair. */
export const differing = (
  text: string,
  other: string,
): { readonly before: string; readonly own: string; readonly after: string } => {
  const [mine, theirs] = [[...text], [...other]];
  let from = 0;
  while (from < mine.length && from < theirs.length && mine[from] === theirs[from]) from += 1;
  let same = 0;
  while (same < mine.length - from && same < theirs.length - from && mine.at(-1 - same) === theirs.at(-1 - same))
    same += 1;
  const until = mine.length - same;
  return {
    before: mine.slice(0, from).join(''),
    own: mine.slice(from, until).join(''),
    after: mine.slice(until).join(''),
  };
};

/** Behind which of the present blocks one that is gone belongs: the nearest before it, then, that still stands. Null: at the beginning. */
export const anchorOf = (then: readonly Pick<ComparedBlock, 'key' | 'standing'>[], key: string): string | null =>
  then
    .slice(
      0,
      Math.max(
        0,
        then.findIndex((block) => block.key === key),
      ),
    )
    .findLast(({ standing }) => standing !== 'gone')?.key ?? null;
