/**
 * One line of iCalendar: escaped, and folded so that no piece is longer than 75 octets of UTF-8 (RFC 5545, 3.1). Owns the counting of octets,
 * which readers of Chinese text live by: a fold inside a character would break it. Must not know what the line says.
 */
const LIMIT = 75;
const LONE_HALF = /^[\ud800-\udfff]$/;

const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
};

/** The line with its folds and its end. A lone half of a surrogate pair, which no octets stand for, becomes U+FFFD. */
export const folded = (line: string): string => {
  let pieces = '';
  let octets = 0;
  for (const given of line) {
    const character = LONE_HALF.test(given) ? '\ufffd' : given;
    const more = octetsOf(character);
    if (octets + more > LIMIT) {
      pieces += '\r\n ';
      octets = 1;
    }
    pieces += character;
    octets += more;
  }
  return `${pieces}\r\n`;
};

// eslint-disable-next-line no-control-regex -- what a property may not hold; line breaks are written out before
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** A TEXT value. */
export const text = (value: string): string =>
  value
    .replaceAll('\r\n', '\n')
    .replace(CONTROLS, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');

/** A parameter's value, always quoted: it can hold no quotation mark and no control character. */
export const parameter = (value: string): string =>
  `"${value.replaceAll('\n', ' ').replace(CONTROLS, ' ').replaceAll('"', '’')}"`;
