/** The icons, one family, drawn inline. Each is always accompanied by a word or an accessible name. */
import { html, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import agenda from 'lucide-static/icons/list-ordered.svg?raw';
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw';
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw';
import camera from 'lucide-static/icons/video.svg?raw';
import cameraOff from 'lucide-static/icons/video-off.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevron from 'lucide-static/icons/chevron-down.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import door from 'lucide-static/icons/log-out.svg?raw';
import edit from 'lucide-static/icons/pencil.svg?raw';
import grid from 'lucide-static/icons/layout-grid.svg?raw';
import hand from 'lucide-static/icons/hand.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import languages from 'lucide-static/icons/languages.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import microphone from 'lucide-static/icons/mic.svg?raw';
import microphoneOff from 'lucide-static/icons/mic-off.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import more from 'lucide-static/icons/ellipsis.svg?raw';
import next from 'lucide-static/icons/arrow-right.svg?raw';
import notes from 'lucide-static/icons/notebook-pen.svg?raw';
import people from 'lucide-static/icons/users.svg?raw';
import person from 'lucide-static/icons/user-round.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import screen from 'lucide-static/icons/monitor-up.svg?raw';
import settings from 'lucide-static/icons/settings-2.svg?raw';
import speaker from 'lucide-static/icons/presentation.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import theme from 'lucide-static/icons/sun-moon.svg?raw';

const DRAWINGS = {
  agenda,
  arrowDown,
  arrowUp,
  camera,
  cameraOff,
  check,
  chevron,
  close,
  copy,
  door,
  edit,
  grid,
  hand,
  keyboard,
  languages,
  link,
  microphone,
  microphoneOff,
  moon,
  more,
  next,
  notes,
  people,
  person,
  plus,
  screen,
  settings,
  speaker,
  sun,
  theme,
};

export type IconName = keyof typeof DRAWINGS;

/** The drawings are part of the build, never of the network. */
export const icon = (name: IconName): TemplateResult =>
  html`<span class="icon" aria-hidden="true">${unsafeSVG(DRAWINGS[name])}</span>`;
