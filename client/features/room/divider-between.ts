/** The divider of a side with its words: how wide the panel is, and whether it is folded or shown next. */
import { html, type TemplateResult } from 'lit';
import type { Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { roomArea } from '../../../shared/languages/areas/room.ts';
import type { PanelMoved } from './divider.ts';
import './divider.ts';
import type { Panels, Side } from './panel-widths.ts';

export const divider = (
  side: Side,
  panel: Panels[Side],
  language: Language,
  moved: (event: PanelMoved) => void,
): TemplateResult => {
  const [width, fold, unfold] =
    side === 'left'
      ? (['widthLeft', 'foldLeft', 'unfoldLeft'] as const)
      : (['widthRight', 'foldRight', 'unfoldRight'] as const);
  return html`<plenary-divider
    .side=${side}
    .panel=${panel}
    .widthWords=${say(roomArea, language, width)}
    .foldWords=${say(roomArea, language, panel.open ? fold : unfold)}
    @plenary-panel-moved=${moved}
  ></plenary-divider>`;
};
