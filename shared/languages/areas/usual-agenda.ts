/** The titles of the agenda that a workshop starts with when nobody has made one. */
import { area } from '../area.ts';

export const usualAgendaArea = area<'opening' | 'presentation' | 'discussion' | 'closing'>(
  { opening: 'Opening', presentation: 'Presentations', discussion: 'Discussion', closing: 'Closing' },
  { opening: '开场', presentation: '主题发言', discussion: '讨论', closing: '总结' },
);
