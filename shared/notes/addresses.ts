/** Which addresses a link on the board may have. Owns that rule for writing, drawing and exporting alike; must not know the editor. */

const LONGEST = 2_000;
const ALLOWED = /^(?:https?:\/\/[^\s/?#]|mailto:[^\s@]+@[^\s@])/i;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const LOOKS_LIKE_HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[:/?#]|$)/u;
const LOOKS_LIKE_MAIL = /^[^\s@:/?#]+@[^\s@:/?#]+\.[^\s@:/?#]+$/u;

/** Control characters: browsers drop some of them from an address, and what is left may be another scheme. */
const hidesSomething = (text: string): boolean =>
  [...text].some((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code < 0x20 || code === 0x7f;
  });

/** Whether a link may lead there: a page by http or https, or a mail. */
export const isSafeAddress = (address: string): boolean =>
  address.length <= LONGEST && !hidesSomething(address) && ALLOWED.test(address);

/** What was typed as an address to be kept; null when it is none or leads where no link may. */
export const addressFrom = (typed: string): string | null => {
  const text = typed.trim();
  if (isSafeAddress(text)) return text;
  // A host with a port looks like a scheme too.
  if (LOOKS_LIKE_HOST.test(text) && isSafeAddress(`https://${text}`)) return `https://${text}`;
  if (HAS_SCHEME.test(text)) return null;
  return LOOKS_LIKE_MAIL.test(text) && isSafeAddress(`mailto:${text}`) ? `mailto:${text}` : null;
};
