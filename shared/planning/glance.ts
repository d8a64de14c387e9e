/** What a list shows of a workshop besides title and time: where it belongs and how ready it is. Only what is known; nothing is guessed. */
import type { LocalText } from '../kernel/language.ts';
import { lookUp } from '../kernel/records.ts';
import { itemsInOrder } from '../workshop/agenda/selectors.ts';
import { slidesOf } from '../workshop/slides/selectors.ts';
import type { WorkshopState } from '../workshop/workshop.ts';
import { minutesOfItems } from './templates.ts';

export interface Glance {
  readonly timeZone: string;
  readonly series: { readonly name: LocalText; readonly ordinal: number } | null;
  readonly hosts: readonly LocalText[];
  readonly items: number;
  readonly minutes: number;
  /** People who present something, each once. */
  readonly speakers: number;
  /** Of these, who have confirmed their entry. */
  readonly confirmed: number;
  readonly talks: number;
  readonly withSlides: number;
}

export const glanceOf = (state: WorkshopState): Glance => {
  const { brief, roster, agenda } = state;
  const items = itemsInOrder(agenda).filter(({ status }) => status !== 'dropped');
  const presenters = items.flatMap((item) => item.presenters);
  const speakers = new Set(presenters.flatMap((one) => (one.kind === 'person' ? [one.person] : [])));
  const talks = items.filter(({ kind }) => kind === 'presentation');
  return {
    timeZone: brief.timeZone,
    series: brief.series ?? null,
    hosts: brief.hosts.flatMap((host) => lookUp(roster.organizations, host)?.name ?? []),
    items: items.length,
    minutes: minutesOfItems(items),
    speakers: speakers.size,
    confirmed: [...speakers].filter((person) => Object.hasOwn(roster.confirmed, person)).length,
    talks: talks.length,
    withSlides: talks.filter(({ id, deck = '' }) => deck !== '' || slidesOf(state, id) !== null).length,
  };
};
