/** Which addresses a document may link to. Owns the list of schemes; whoever makes a document asks here. */

/** Schemes are read as a browser reads them: white space and control characters inside an address are skipped. */
// eslint-disable-next-line no-control-regex -- hiding the scheme behind them is what is looked for
const SKIPPED = /[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const GOOD = /^(?:https?:\/\/[^/?#\s]|mailto:[^\s@]+@[^\s@]+$)/i;
const LONGEST = 2000;

/** The address when it may be linked to, else null: the text then stands without a link. */
export const safeLink = (address: string): string | null => {
  const bare = address.replace(SKIPPED, '');
  return bare.length <= LONGEST && GOOD.test(bare) ? bare : null;
};
