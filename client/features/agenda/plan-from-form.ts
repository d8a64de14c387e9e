/** From what was typed into the item's form to an item's plan, or the word for what is missing. Pure; the server checks again. */
import type { PersonId } from '../../../shared/kernel/ids.ts';
import type { LocalText } from '../../../shared/kernel/language.ts';
import { DECK_ADDRESS, ITEM_KINDS, type ItemKind, type ItemPlan } from '../../../shared/workshop/agenda/types.ts';

export interface TypedPlan {
  readonly kind: string;
  readonly en: string;
  readonly zh: string;
  readonly minutes: string;
  /** A person's id, or empty for nobody. */
  readonly presenter: string;
  /** Minutes; empty for none. */
  readonly buffer?: string;
  /** Minutes of a speech; empty: as usual. */
  readonly speech?: string;
  /** Address of the slides; empty for none. */
  readonly deck?: string;
  readonly offTheRecord: boolean;
}

export type PlanFault = 'needsTitle' | 'needsMinutes' | 'needsBuffer' | 'needsDeck';

const localText = (en: string, zh: string): LocalText => ({
  ...(en.trim() === '' ? {} : { en: en.trim() }),
  ...(zh.trim() === '' ? {} : { 'zh-Hans': zh.trim() }),
});

const kindOf = (text: string): ItemKind => ITEM_KINDS.find((kind) => kind === text) ?? 'discussion';

/** Presenters beyond the first of `before` are kept: the form shows one, a workshop file may have given more. */
export const planFromForm = (
  typed: TypedPlan,
  people: Readonly<Record<PersonId, unknown>>,
  before: Pick<ItemPlan, 'presenters' | 'buffer' | 'deck'> | null,
): ItemPlan | PlanFault => {
  const title = localText(typed.en, typed.zh);
  if (title.en === undefined && title['zh-Hans'] === undefined) return 'needsTitle';
  const minutes = Number(typed.minutes);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 600) return 'needsMinutes';
  const buffer = Number(typed.buffer ?? '');
  const speech = Number(typed.speech ?? '');
  if ([buffer, speech].some((given) => !Number.isInteger(given) || given < 0 || given > 120)) return 'needsBuffer';
  const deck = (typed.deck ?? '').trim();
  if (deck !== '' && !DECK_ADDRESS.test(deck)) return 'needsDeck';
  const person = (Object.keys(people) as PersonId[]).find((id) => id === typed.presenter);
  const [first, ...others] = before?.presenters ?? [];
  const chosen = person !== undefined ? [{ kind: 'person', person } as const] : [];
  const kept = first?.kind === 'organization' && person === undefined ? [first] : chosen;
  return {
    kind: kindOf(typed.kind),
    title,
    minutes,
    presenters: [...kept, ...others],
    offTheRecord: typed.offTheRecord,
    ...((buffer > 0 || before?.buffer !== undefined) && { buffer }),
    ...(speech > 0 && { speechMinutes: speech }),
    ...((deck !== '' || before?.deck !== undefined) && { deck }),
  };
};
