/** A secret that is shown once, with a button that copies it. Owns the copying; where it came from is the caller's. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { programsArea } from '../../../shared/languages/areas/programs.ts';
import { toast } from '../../ui/toast.ts';

export interface Once {
  readonly secret: string;
  readonly words: 'tokenOnce' | 'secretOnce';
}

export const shownOnce = (once: Once | null, language: Language): TemplateResult | typeof nothing => {
  if (once === null) return nothing;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(once.secret);
    toast(say(programsArea, language, 'copied'));
  };
  return html`<div class="note" role="status">
    <p>${say(programsArea, language, once.words)}</p>
    <code class="secret">${once.secret}</code>
    ${
      // Only a secure context has a clipboard; elsewhere the words are selected by hand.
      'clipboard' in navigator ? html`<button @click=${copy}>${say(programsArea, language, 'copy')}</button>` : nothing
    }
  </div>`;
};
