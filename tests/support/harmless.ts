// Reads a page as a browser's tokenizer would and says what in it could run or fetch from elsewhere.
const ELEMENTS = new Set(
  'html head meta title link script style body a header p span nav main h1 h2 h3 h4 form input div select option label button ol ul li time mark img article aside section details summary figure figcaption footer strong em br blockquote table thead tbody tr th td hr'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z:-]+(?:="[^"<>]*")?)*)\s*>/g;
const SCRIPTS = new Set([' src="/updates/share.js" defer', ' type="application/ld+json"']);

/** What is dangerous or unknown; empty when nothing is. Our pages write lower case and double quotes, so anything else is a find too. */
export const dangersIn = (html: string): readonly string[] => {
  const found: string[] = [];
  const rest = html
    .replace('<!doctype html>', '')
    .replace(TAG, (whole, _close: string, name: string, attributes: string) => {
      if (!ELEMENTS.has(name)) found.push(whole);
      if (name === 'script' && attributes !== '' && !SCRIPTS.has(attributes)) found.push(whole);
      for (const [, attribute = '', value = ''] of attributes.matchAll(/\s+([a-z:-]+)(?:="([^"]*)")?/gy)) {
        const isAddress = ['href', 'src', 'srcset', 'action', 'formaction', 'xlink:href'].includes(attribute);
        if (attribute.startsWith('on') || attribute === 'http-equiv') found.push(whole);
        if (isAddress && !/^(?:https?:\/\/|mailto:|\/(?!\/)|#|data:image\/(?:webp|jpeg);base64,)/.test(value))
          found.push(whole);
        if (attribute === 'style' && /url|expression|import/i.test(value)) found.push(whole);
      }
      return '';
    });
  if (rest.includes('<')) found.push(rest.slice(rest.indexOf('<'), rest.indexOf('<') + 60));
  return found;
};
