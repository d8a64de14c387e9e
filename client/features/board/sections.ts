/** Which sections the board has, and in which order. Pure; must not know the editor. */
import { FRAGMENT_GENERAL } from '../../../shared/notes/blocks.ts';
import type { AgendaItemId } from '../../../shared/kernel/ids.ts';
import { textIn, type Language } from '../../../shared/kernel/language.ts';
import type { AgendaState } from '../../../shared/workshop/agenda/types.ts';

export interface Section {
  /** Name of the Yjs fragment. */
  readonly fragment: string;
  /** Null: the general section, titled by the catalogue. */
  readonly title: string | null;
  readonly standing: 'ordinary' | 'current' | 'dropped';
}

/** Agenda order, then the general notes, then what was taken off the agenda but has been written under. */
export const sectionsOf = (
  agenda: AgendaState,
  language: Language,
  hasContent: (fragment: string) => boolean,
): readonly Section[] => {
  const sectionOf = (item: AgendaItemId): readonly Section[] => {
    const plan = agenda.items[item];
    if (plan === undefined) return [];
    const standing = plan.status === 'dropped' ? 'dropped' : agenda.current === item ? 'current' : 'ordinary';
    return [{ fragment: item, title: textIn(plan.title, language), standing }];
  };
  const items = agenda.order.flatMap(sectionOf);
  return [
    ...items.filter(({ standing }) => standing !== 'dropped'),
    { fragment: FRAGMENT_GENERAL, title: null, standing: 'ordinary' },
    ...items.filter(({ standing, fragment }) => standing === 'dropped' && hasContent(fragment)),
  ];
};
