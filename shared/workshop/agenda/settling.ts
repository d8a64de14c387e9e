/** How lost time is settled: what absorbing, shortening and extending change. Must not know who may ask. Rules A19–A22 of SPEC.md. */
import { instant } from '../../kernel/ids.ts';
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { workshopEnd } from './projection.ts';
import { bufferOf, currentItem, itemsToCome, minutesOf } from './selectors.ts';
import type { AgendaCommand, AgendaItem, Allotment } from './types.ts';

type Decided = Decision<WorkshopEvent, WorkshopRefusalCode>;
type Settle = Extract<AgendaCommand, { readonly type: 'agenda/settle' }>;

const allotment = (item: AgendaItem, change: Partial<Allotment>): Allotment => ({
  item: item.id,
  allotted: item.allotted ?? null,
  bufferLeft: item.bufferLeft ?? null,
  ...change,
});

/** From the buffers, the nearest first: that of the current item, then those to come. */
const absorb = ({ agenda }: WorkshopState, minutes: number): Decided => {
  const current = currentItem(agenda);
  const allotments: Allotment[] = [];
  let open = minutes;
  for (const item of [...(current === null ? [] : [current]), ...itemsToCome(agenda)]) {
    const taken = Math.min(open, bufferOf(item));
    if (taken === 0) continue;
    allotments.push(allotment(item, { bufferLeft: bufferOf(item) - taken }));
    open -= taken;
  }
  if (allotments.length === 0) return refuse('agenda/noBuffer');
  return accept({ type: 'agenda/settled', choice: 'absorb', minutes: minutes - open, allotments });
};

/** In proportion to their minutes, whole minutes each, the largest remainder first; every item keeps one. */
const shares = (items: readonly AgendaItem[], minutes: number): ReadonlyMap<AgendaItem, number> => {
  const room = items.reduce((sum, item) => sum + minutesOf(item) - 1, 0);
  const cut = Math.min(minutes, room);
  const exact = items.map((item) => ({ item, share: room === 0 ? 0 : (cut * (minutesOf(item) - 1)) / room }));
  const given = new Map(exact.map(({ item, share }) => [item, Math.floor(share)]));
  let open = cut - [...given.values()].reduce((sum, share) => sum + share, 0);
  for (const { item } of exact.toSorted((a, b) => (b.share % 1) - (a.share % 1))) {
    if (open === 0) break;
    given.set(item, (given.get(item) ?? 0) + 1);
    open -= 1;
  }
  return given;
};

const shorten = ({ agenda }: WorkshopState, { minutes, items: chosen }: Settle): Decided => {
  const later = itemsToCome(agenda);
  const items = chosen === undefined ? later : later.filter((item) => chosen.includes(item.id));
  if (chosen?.some((one) => !items.some((item) => item.id === one))) return refuse('agenda/itemNotPlanned');
  const cuts = [...shares(items, minutes)].filter(([, cut]) => cut > 0);
  if (cuts.length === 0) return refuse('agenda/nothingToShorten');
  return accept({
    type: 'agenda/settled',
    choice: 'shorten',
    minutes: cuts.reduce((sum, [, cut]) => sum + cut, 0),
    allotments: cuts.map(([item, cut]) => allotment(item, { allotted: minutesOf(item) - cut })),
  });
};

const extend = (state: WorkshopState, minutes: number): Decided => {
  const end = workshopEnd(state);
  if (end === null) return refuse('agenda/noEnd');
  return accept({
    type: 'agenda/settled',
    choice: 'extend',
    minutes,
    allotments: [],
    end: { at: instant(end + minutes * 60_000), insteadOf: state.brief.endsAt ?? null },
  });
};

export const settling = (state: WorkshopState, command: Settle): Decided => {
  if (state.session.phase !== 'live') return refuse('session/notLive');
  switch (command.choice) {
    case 'absorb':
      return absorb(state, command.minutes);
    case 'shorten':
      return shorten(state, command);
    case 'extend':
      return extend(state, command.minutes);
  }
};
