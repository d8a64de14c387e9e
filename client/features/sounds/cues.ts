/** When a sound is due: compares two moments of the room. Pure: the time comes in. Each cue is given once, at its threshold. */
import type { Instant, SeatId } from '../../../shared/kernel/ids.ts';
import { currentItem, itemClock, minutesOf } from '../../../shared/workshop/agenda/selectors.ts';
import { speechClock } from '../../../shared/workshop/floor/selectors.ts';
import type { WorkshopState } from '../../../shared/workshop/workshop.ts';
import { clockTone, type ClockTone } from '../room/clock-text.ts';

/** The most pressing first: of several that fall together only the first is played. */
const CUES = ['youAreNext', 'speechOver', 'itemOver', 'speechWarning', 'itemSoon'] as const;
export type Cue = (typeof CUES)[number];

export interface Moment {
  /** What the clock belongs to: a tone counts as changed only within one and the same. */
  readonly item: { readonly key: string; readonly tone: ClockTone } | null;
  readonly speech: { readonly key: string; readonly tone: ClockTone } | null;
  readonly isCalled: boolean;
}

/** The speaker is warned so long before the limit, ms. */
const WARNING_MS = 30_000;

const itemAt = ({ agenda }: WorkshopState, now: Instant): Moment['item'] => {
  const item = currentItem(agenda);
  if (item === null) return null;
  // A stretch of its own each time it is taken up; a settled clock, whose minutes have grown, warns anew.
  const key = `${item.id} ${item.stretches.length} ${minutesOf(item)}`;
  return { key, tone: clockTone(itemClock(item, now).remainingMs, minutesOf(item) * 60_000) };
};

const speechAt = ({ floor }: WorkshopState, now: Instant): Moment['speech'] => {
  const { holder } = floor;
  const rest = holder === null ? null : speechClock(holder, now).remainingMs;
  if (holder === null || rest === null) return null;
  const tone: ClockTone = rest <= 0 ? 'over' : rest <= WARNING_MS ? 'soon' : 'calm';
  return { key: `${holder.seat} ${holder.from} ${holder.limitMs ?? 0}`, tone };
};

export const momentOf = (view: WorkshopState, self: SeatId, now: Instant): Moment => ({
  item: view.session.phase === 'live' ? itemAt(view, now) : null,
  speech: speechAt(view, now),
  isCalled: view.floor.called?.seat === self,
});

const turned = (was: Moment['item'], is: Moment['item'], tone: ClockTone): boolean =>
  was !== null && is !== null && was.key === is.key && was.tone !== tone && is.tone === tone;

export const cueBetween = (was: Moment, is: Moment): Cue | null => {
  const due: Readonly<Record<Cue, boolean>> = {
    youAreNext: is.isCalled && !was.isCalled,
    speechOver: turned(was.speech, is.speech, 'over'),
    itemOver: turned(was.item, is.item, 'over'),
    speechWarning: turned(was.speech, is.speech, 'soon') && was.speech?.tone === 'calm',
    itemSoon: turned(was.item, is.item, 'soon') && was.item?.tone === 'calm',
  };
  return CUES.find((cue) => due[cue]) ?? null;
};

/** Sounds are for whoever must act: the desk, the speaker, whoever is next. Others hear them by choice, and who has said no hears none. */
export const isHeard = (choice: 'on' | 'off' | null, view: WorkshopState, self: SeatId, manages: boolean): boolean => {
  if (choice !== null) return choice === 'on';
  return manages || view.floor.holder?.seat === self || view.floor.called?.seat === self;
};
