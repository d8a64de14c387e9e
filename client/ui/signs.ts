/** The drawings of passing signs, of the same family as the icons; a file of their own, for only the room shows them. */
import { html, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import agree from 'lucide-static/icons/thumbs-up.svg?raw';
import applause from 'lucide-static/icons/party-popper.svg?raw';
import idea from 'lucide-static/icons/lightbulb.svg?raw';
import laugh from 'lucide-static/icons/laugh.svg?raw';
import react from 'lucide-static/icons/smile.svg?raw';
import thanks from 'lucide-static/icons/heart.svg?raw';

const DRAWINGS = { agree, applause, idea, laugh, react, thanks };

export const sign = (name: keyof typeof DRAWINGS): TemplateResult =>
  html`<span class="icon" aria-hidden="true">${unsafeSVG(DRAWINGS[name])}</span>`;
