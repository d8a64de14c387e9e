/** The gist of the board for whoever comes late: what was decided, and what was written last. Reads the Yjs tree, without an editor. */
import * as Y from 'yjs';
import type { AgendaItemId } from '../../../shared/kernel/ids.ts';
import { FRAGMENT_GENERAL } from '../../../shared/notes/blocks.ts';

export interface Gist {
  readonly decisions: readonly string[];
  readonly notes: readonly string[];
}

/** More would be the board itself. */
const NOTES = 5;
const DECIDED: ReadonlySet<string> = new Set(['decision', 'consensus']);

const textOf = (element: Y.XmlElement): string =>
  element
    .toArray()
    .map((node) => {
      if (node instanceof Y.XmlElement) return textOf(node);
      if (!(node instanceof Y.XmlText)) return '';
      const parts = node.toDelta() as readonly { readonly insert?: unknown }[];
      return parts.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
    })
    .join('')
    .trim();

/** In the order of the agenda, general notes first. */
export const gistOf = (document: Y.Doc, order: readonly AgendaItemId[]): Gist => {
  const blocks = [FRAGMENT_GENERAL, ...order]
    .filter((name) => document.share.has(name))
    .flatMap((name) => document.getXmlFragment(name).toArray())
    .filter((node) => node instanceof Y.XmlElement)
    .map((element) => ({ kind: element.nodeName, text: textOf(element) }))
    .filter(({ text }) => text !== '');
  const isDecided = ({ kind }: { readonly kind: string }): boolean => DECIDED.has(kind);
  return {
    decisions: blocks.filter(isDecided).map(({ text }) => text),
    notes: blocks
      .filter((block) => !isDecided(block))
      .slice(-NOTES)
      .map(({ text }) => text),
  };
};
