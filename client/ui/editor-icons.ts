/** The icons of a text editor's tools, apart from icon.ts so that pages without an editor do not carry them. */
import { html, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import bold from 'lucide-static/icons/bold.svg?raw';
import down from 'lucide-static/icons/arrow-down.svg?raw';
import follow from 'lucide-static/icons/locate.svg?raw';
import grip from 'lucide-static/icons/grip-vertical.svg?raw';
import heading from 'lucide-static/icons/heading.svg?raw';
import history from 'lucide-static/icons/history.svg?raw';
import italic from 'lucide-static/icons/italic.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import mention from 'lucide-static/icons/at-sign.svg?raw';
import numbered from 'lucide-static/icons/list-ordered.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import table from 'lucide-static/icons/table.svg?raw';
import tasks from 'lucide-static/icons/list-checks.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import up from 'lucide-static/icons/arrow-up.svg?raw';
import writers from 'lucide-static/icons/users.svg?raw';

const DRAWINGS = {
  bold,
  down,
  follow,
  grip,
  heading,
  history,
  italic,
  link,
  list,
  mention,
  numbered,
  redo,
  table,
  tasks,
  undo,
  up,
  writers,
};

export type EditorIconName = keyof typeof DRAWINGS;

export const editorIcon = (name: EditorIconName): TemplateResult =>
  html`<span class="icon" aria-hidden="true">${unsafeSVG(DRAWINGS[name])}</span>`;
