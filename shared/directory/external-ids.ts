/**
 * The names by which registers elsewhere know a person or an organization: ORCID, ISNI, ROR, Wikidata, a Chinese body's credit code.
 * Owns their shapes and check digits; must not know who asks. What a user pastes (an address, gaps, small letters) is brought to one form.
 */
export const SCHEMES = ['orcid', 'isni', 'wikidata', 'ror', 'uscc'] as const;
export type Scheme = (typeof SCHEMES)[number];

export interface ExternalId {
  readonly scheme: Scheme;
  readonly value: string;
}

export const SCHEMES_OF_PEOPLE = ['orcid', 'isni', 'wikidata'] as const satisfies readonly Scheme[];
export const SCHEMES_OF_ORGANIZATIONS = ['ror', 'isni', 'wikidata', 'uscc'] as const satisfies readonly Scheme[];

/** ISO 7064 MOD 11-2, which ORCID and ISNI share. */
const hasCheckDigit = (sixteen: string): boolean => {
  const sum = [...sixteen.slice(0, 15)].reduce((total, digit) => (total + Number(digit)) * 2, 0);
  const check = (12 - (sum % 11)) % 11;
  return sixteen.at(15) === (check === 10 ? 'X' : String(check));
};

const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 32100-2015: eighteen characters, the last one over the others by powers of three modulo 31. */
const isCreditCode = (code: string): boolean => {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = [...code.slice(0, 17)].reduce((total, one, at) => total + USCC.indexOf(one) * (3 ** at % 31), 0);
  return code.at(17) === USCC.at((31 - (sum % 31)) % 31);
};

/** The last part of a pasted address, or the text as it is. */
const lastPart = (text: string): string => text.trim().replace(/\/+$/, '').split('/').at(-1) ?? '';

const sixteen = (text: string): string | null => {
  const found = lastPart(text).replace(/[\s-]/g, '').toUpperCase();
  return /^\d{15}[\dX]$/.test(found) && hasCheckDigit(found) ? found : null;
};

const READERS: Readonly<Record<Scheme, (text: string) => string | null>> = {
  orcid: (text) => sixteen(text)?.replace(/(.{4})(?=.)/g, '$1-') ?? null,
  isni: sixteen,
  wikidata: (text) => /^Q[1-9]\d{0,11}$/.exec(lastPart(text).toUpperCase())?.[0] ?? null,
  ror: (text) => /^0[a-hj-km-np-tv-z0-9]{6}\d{2}$/.exec(lastPart(text).toLowerCase())?.[0] ?? null,
  uscc: (text) => {
    const code = text.replace(/\s/g, '').toUpperCase();
    return isCreditCode(code) ? code : null;
  },
};

/** The identifier in its one form; null when it is none of that register. */
export const readExternalId = (scheme: Scheme, text: string): string | null => READERS[scheme](text);
