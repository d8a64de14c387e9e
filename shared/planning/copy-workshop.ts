/**
 * A workshop from another: the commands that make a draft of its kind. Owns what is copied. Everything that happened stays behind: seats and links,
 * notes, slides, chat, questions, polls, consents, minutes and attendance; of people, whoever is to speak comes along where that is wished.
 */
import { instant, type AgendaItemId, type Instant } from '../kernel/ids.ts';
import { valuesOf } from '../kernel/records.ts';
import { isNeutral } from '../directory/neutral.ts';
import { itemsInOrder } from '../workshop/agenda/selectors.ts';
import type { BriefState } from '../workshop/brief/types.ts';
import type { WorkshopCommand, WorkshopState } from '../workshop/workshop.ts';
import { templateItem } from './templates.ts';

export interface CopyWish {
  /** Null: at no time yet. */
  readonly startsAt: Instant | null;
  /** Counted on in its series: 1 for the next one; 0: the copy has the same place. */
  readonly ordinalsAhead: number;
  /** Whether the items keep who presents them. */
  readonly keepsSpeakers: boolean;
}

const HOUR_MS = 3_600_000;

const briefOf = ({ brief }: WorkshopState, { startsAt, ordinalsAhead }: CopyWish): BriefState => {
  const { startsAt: before, endsAt, series, ...rest } = brief;
  const length = before === undefined || endsAt === undefined ? HOUR_MS : endsAt - before;
  return {
    ...rest,
    ...(series !== undefined && { series: { ...series, ordinal: series.ordinal + ordinalsAhead } }),
    ...(startsAt !== null && { startsAt, endsAt: instant(startsAt + length) }),
  };
};

export const copyCommands = (
  state: WorkshopState,
  wish: CopyWish,
  mint: () => AgendaItemId,
): readonly WorkshopCommand[] => {
  const { roster, agenda, floor } = state;
  const items = itemsInOrder(agenda).filter(({ status }) => status !== 'dropped');
  const kept = wish.keepsSpeakers ? items.flatMap(({ presenters }) => presenters) : [];
  const speakers = new Set(kept.flatMap((one) => (one.kind === 'person' ? [one.person] : [])));
  const people = valuesOf(roster.people).filter((person) => speakers.has(person.id) && !isNeutral(person));
  const comes = new Set(people.map(({ id }) => id));
  return [
    { type: 'planning/setStage', stage: 'draft' },
    ...valuesOf(roster.organizations).map((organization): WorkshopCommand => ({
      type: 'roster/putOrganization',
      organization,
    })),
    ...people.map((person): WorkshopCommand => ({ type: 'roster/putPerson', person })),
    { type: 'brief/revise', brief: briefOf(state, wish) },
    { type: 'floor/setRules', rules: floor.rules },
    ...(floor.limitMs === null ? [] : [{ type: 'floor/setLimit', limitMs: floor.limitMs } as const]),
    ...items.map((item): WorkshopCommand => ({
      type: 'agenda/add',
      item: mint(),
      plan: {
        ...templateItem(item),
        presenters: wish.keepsSpeakers
          ? item.presenters.filter((one) => one.kind !== 'person' || comes.has(one.person))
          : [],
      },
    })),
  ];
};
