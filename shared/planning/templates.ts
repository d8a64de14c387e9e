/** Agendas to begin with: what a template holds, and those that come with Plenary. What an organization has saved is kept by the server. */
import type { LocalText } from '../kernel/language.ts';
import type { AgendaItem, ItemPlan } from '../workshop/agenda/types.ts';
import shipped from './templates.json' with { type: 'json' };

/** An item without whoever presented it and without slides. */
export type TemplateItem = Omit<ItemPlan, 'presenters' | 'deck'>;

export interface Template {
  /** Shipped ones have a word, saved ones an id. */
  readonly id: string;
  readonly name: LocalText;
  readonly items: readonly TemplateItem[];
}

export const SHIPPED_TEMPLATES = shipped as readonly Template[];

/** What a slot for these items takes: their minutes and the buffers between them. */
export const minutesOfItems = (items: readonly Pick<ItemPlan, 'minutes' | 'buffer'>[]): number =>
  items.reduce((sum, { minutes, buffer = 0 }) => sum + minutes + buffer, 0);

export const templateItem = ({ kind, title, topic, minutes, offTheRecord, buffer, speechMinutes }: ItemPlan) => ({
  kind,
  title,
  ...(topic !== undefined && { topic }),
  minutes,
  offTheRecord,
  ...(buffer !== undefined && { buffer }),
  ...(speechMinutes !== undefined && { speechMinutes }),
});

/** A workshop's agenda as a template; dropped items are left out. */
export const templateItems = (items: readonly AgendaItem[]): readonly TemplateItem[] =>
  items.filter(({ status }) => status !== 'dropped').map(templateItem);
