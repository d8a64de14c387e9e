/** A workshop's title as it comes over HTTP, in the reader's language where there is one. */
import type { Language } from '../../shared/kernel/language.ts';

interface WireText {
  readonly en?: string | undefined;
  readonly 'zh-Hans'?: string | undefined;
}

export const titleIn = (text: WireText, language: Language): string =>
  text[language] ?? text.en ?? text['zh-Hans'] ?? '';
