/** The icons of the shell and its dialogs, one family, drawn inline. Each is always accompanied by a word or an accessible name. */
import { html, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import close from 'lucide-static/icons/x.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import more from 'lucide-static/icons/ellipsis.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import theme from 'lucide-static/icons/sun-moon.svg?raw';

const DRAWINGS = { close, languages, moon, more, sun, theme };

/** The drawings are part of the build, never of the network. */
export const icon = (name: keyof typeof DRAWINGS): TemplateResult =>
  html`<span class="icon" aria-hidden="true">${unsafeSVG(DRAWINGS[name])}</span>`;
