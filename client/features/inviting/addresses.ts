/** Addresses as people write them down, one a line: "Ida Berg <ida@berg.example>". Owns the reading. */
export interface Addressed {
  readonly name: string;
  readonly mail: string;
}

const MAIL = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,190}$/;
const NAMED = /^"?([^"<>]+?)"?\s*<([^<>\s]+)>[,;]?$/;

/** The lines read, or the first that is none. */
export const readAddresses = (
  text: string,
): { readonly ok: true; readonly people: readonly Addressed[] } | { readonly ok: false; readonly line: string } => {
  const people: Addressed[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, name, mail] = NAMED.exec(line) ?? [null, line.split('@')[0], line.replace(/[,;]$/, '')];
    if (!name || !mail || !MAIL.test(mail)) return { ok: false, line };
    people.push({ name, mail });
  }
  return { ok: true, people };
};

export const isMail = (text: string): boolean => MAIL.test(text);
