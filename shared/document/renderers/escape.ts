/** Escaping for the renderers: text from anywhere becomes text and nothing else. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);

/** Every character that Markdown could read as markup is escaped; lines become one line, so no block can begin. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~$]/g, '\\$&')
    .replace(
      /^(\s*)([-+=!]|\d+[.)])/,
      (_, space: string, mark: string) => `${space}${mark.length > 1 ? mark.replace(/[.)]$/, '\\$&') : `\\${mark}`}`,
    )
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\b(https?|ftp|javascript|data):/gi, '$1\\:');
