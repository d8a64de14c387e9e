/**
 * Somebody named within a line. Owns the node and how it is drawn: by the roster in the reader's language, or as its author saw it when
 * the roster does not know them any more. Must not know the menu that makes it.
 */
import { Node } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { MENTION, isMentionOf } from '../../../shared/notes/node-specs.ts';
import type { Surroundings } from './surroundings.ts';

const nameOf = ({ attrs }: ProseNode, around: Pick<Surroundings, 'nameOfMentioned'>): string => {
  const { of, ref, label } = attrs;
  const known = isMentionOf(of) && typeof ref === 'string' ? around.nameOfMentioned(of, ref) : '';
  return known === '' ? String(label) : known;
};

const attribute = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (given: Record<string, unknown>) => ({ [`data-${name}`]: String(given[name]) }),
});

export const mentionNode = (around: Pick<Surroundings, 'nameOfMentioned' | 'onChange'>) =>
  Node.create({
    name: MENTION.name,
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    addAttributes: () =>
      Object.fromEntries(Object.keys(MENTION.attributes).map((name) => [name, attribute(name)] as const)),
    parseHTML: () => [{ tag: 'span[data-mention]' }],
    renderHTML: ({ node, HTMLAttributes }) => ['span', { ...HTMLAttributes, 'data-mention': '' }, nameOf(node, around)],
    renderText: ({ node }) => nameOf(node, around),
    addNodeView() {
      return ({ node: first }) => {
        let node = first;
        const dom = document.createElement('span');
        dom.className = 'board-mention';
        const show = (): void => {
          const name = nameOf(node, around);
          if (dom.textContent !== name) dom.textContent = name;
        };
        show();
        const stop = around.onChange(show);
        return {
          dom,
          update(updated) {
            if (updated.type !== node.type) return false;
            node = updated;
            show();
            return true;
          },
          ignoreMutation: () => true,
          destroy: stop,
        };
      };
    },
  });
