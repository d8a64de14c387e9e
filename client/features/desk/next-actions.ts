/** What the chair will most likely do next, the likeliest first. Pure: facts and time in, commands with their words out. */
import type { Instant } from '../../../shared/kernel/ids.ts';
import { textIn, type Language } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { deskArea } from '../../../shared/languages/areas/desk.ts';
import { currentItem, isPaused, itemClock, minutesOf, nextItem } from '../../../shared/workshop/agenda/selectors.ts';
import type { AgendaItem } from '../../../shared/workshop/agenda/types.ts';
import { nextToSpeak, speechClock } from '../../../shared/workshop/floor/selectors.ts';
import { presentSeats } from '../../../shared/workshop/participants/selectors.ts';
import type { WorkshopCommand, WorkshopState } from '../../../shared/workshop/workshop.ts';
import { whoIs } from '../room/who.ts';

export interface NextAction {
  readonly words: string;
  readonly command: WorkshopCommand;
}

/** The presenters of an item who are here and have not spoken in it: the right speakers to begin with. */
const presentersToCome = (view: WorkshopState, item: AgendaItem) =>
  presentSeats(view.participants).filter(
    ({ id, person, presence }) =>
      presence.kind === 'here' &&
      id !== view.floor.holder?.seat &&
      item.presenters.some((one) => one.kind === 'person' && one.person === person) &&
      !view.floor.spoken.some((speech) => speech.person === person && speech.item === item.id),
  );

export const nextActions = (view: WorkshopState, now: Instant, language: Language): readonly NextAction[] => {
  if (view.session.phase !== 'live') return [];
  const words = (key: keyof (typeof deskArea)['en'], values?: Readonly<Record<string, string | number>>) =>
    say(deskArea, language, key, values);
  const current = currentItem(view.agenda);
  const next = nextItem(view.agenda);
  const { holder } = view.floor;
  const limit = holder === null ? null : speechClock(holder, now).remainingMs;
  const give = (seat: Parameters<typeof whoIs>[1]): NextAction => ({
    words: words('giveTo', { name: whoIs(view, seat, language).name }),
    command: { type: 'floor/give', seat },
  });
  const onward: NextAction[] =
    next === null
      ? current === null
        ? []
        : [{ words: words('endItem'), command: { type: 'agenda/endItem' } }]
      : [
          {
            words: words(current === null ? 'beginItem' : 'nextItem', {
              title: textIn(next.title, language),
              minutes: minutesOf(next),
            }),
            command: { type: 'agenda/next' },
          },
        ];
  const waiting = nextToSpeak(view);
  const speakers = [
    ...(holder === null && current !== null ? presentersToCome(view, current).map(({ id }) => give(id)) : []),
    ...(holder === null && waiting !== null ? [give(waiting)] : []),
  ].slice(0, 2);
  const ending: NextAction[] =
    holder === null ? [] : [{ words: words('endSpeech'), command: { type: 'floor/takeBack' } }];
  const passing: NextAction[] = holder !== null && waiting !== null ? [give(waiting)] : [];
  const resume: NextAction[] = isPaused(view.agenda)
    ? [{ words: words('resumeItem'), command: { type: 'agenda/resumeClock' } }]
    : [];
  const itemIsOver = current === null || itemClock(current, now).remainingMs <= 0;
  const speechIsOver = limit !== null && limit <= 0;
  return [
    ...resume,
    ...(speechIsOver ? [...passing, ...ending] : []),
    ...(itemIsOver ? [...onward, ...speakers] : [...speakers, ...onward]),
    ...(speechIsOver ? [] : [...passing, ...ending]),
  ];
};
