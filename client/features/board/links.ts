/** Links in a line. Owns that only addresses of shared/notes/addresses.ts become links, however they come in, and that a broken rule is told. */
import type { Editor } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import { addressFrom, isSafeAddress } from '../../../shared/notes/addresses.ts';
import type { Surroundings } from './surroundings.ts';

/** The board's own wish for the address row; board.ts opens it. */
const LINK_WANTED = 'board-link-wanted';

export const links = () =>
  Link.extend({
    // A link ends where it ends: what is typed after it is not part of it.
    inclusive: () => false,
    // The address alone: where a link opens and what the other page learns is not the writer's to say.
    addAttributes: () => ({
      href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') },
    }),
    renderHTML: ({ HTMLAttributes: { href } }) =>
      typeof href === 'string' && isSafeAddress(href)
        ? ['a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, 0]
        : ['span', 0],
    addKeyboardShortcuts() {
      return {
        'Mod-k': () => this.editor.view.dom.dispatchEvent(new CustomEvent(LINK_WANTED, { bubbles: true })),
      };
    },
  }).configure({
    openOnClick: false,
    autolink: true,
    protocols: ['http', 'https', 'mailto'],
    defaultProtocol: 'https',
    isAllowedUri: (address) => isSafeAddress(address),
  });

/** The address at the caret; null when it stands in no link. */
export const linkAtCaret = (editor: Editor): string | null => {
  const href: unknown = editor.isActive('link') ? editor.getAttributes('link')['href'] : null;
  return typeof href === 'string' ? href : null;
};

/** Makes what is selected a link, or changes the one at the caret, or writes the address itself. False, and told, when it is no address. */
export const setLink = (editor: Editor, typed: string, around: Pick<Surroundings, 'warn'>): boolean => {
  const href = addressFrom(typed);
  if (href === null) {
    around.warn('linkRefused');
    return false;
  }
  around.warn(null);
  // At once: the editor's own focus command waits for the next frame, and a quick key would be lost.
  editor.view.focus();
  const { empty } = editor.state.selection;
  if (empty && linkAtCaret(editor) === null)
    return editor
      .chain()
      .insertContent([{ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }])
      .run();
  return editor.chain().extendMarkRange('link').setLink({ href }).run();
};

export const removeLink = (editor: Editor): boolean => {
  editor.view.focus();
  return editor.chain().extendMarkRange('link').unsetLink().run();
};
