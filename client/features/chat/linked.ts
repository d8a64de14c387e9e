/** A message cut into text and links. Pure. Only http, https and mailto become links, never with a name before the host. */
export interface Piece {
  readonly text: string;
  /** Null: plain text. */
  readonly href: string | null;
}

const CANDIDATE = /(?:https?:\/\/|mailto:)[^\s<>"'“”‘’「」『』《》（）【】，。；：！？、]+/giu;
/** What ends a sentence rather than an address. */
const TAIL = /[.,;:!?)\]}]+$/u;
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

const safeHref = (text: string): string | null => {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, href } = new URL(text);
  return SCHEMES.has(protocol) && username === '' && password === '' ? href : null;
};

export const linked = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(CANDIDATE)) {
    const address = found.replace(TAIL, '');
    const href = safeHref(address);
    if (href === null) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), href: null });
    pieces.push({ text: address, href });
    from = index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
};
