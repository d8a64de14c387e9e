/** How a draft comes to be: from nothing, from a template, or from another workshop. Owns the choice of commands; the founder writes them. */
import { id, instant, type AgendaItemId, type Instant } from '../../shared/kernel/ids.ts';
import type { Language, LocalText } from '../../shared/kernel/language.ts';
import { copyCommands, type CopyWish } from '../../shared/planning/copy-workshop.ts';
import { minutesOfItems, type TemplateItem } from '../../shared/planning/templates.ts';
import type { WorkshopCommand, WorkshopState } from '../../shared/workshop/workshop.ts';
import type { Clock, Mint, WorkshopOwner } from '../ports.ts';
import type { Founder, Founding } from '../workshops/founding.ts';

interface NewDraft {
  readonly title: LocalText;
  readonly language: Language;
  readonly timeZone: string;
  readonly startsAt: Instant | null;
}

export interface Drafts {
  fromItems(wish: NewDraft, items: readonly TemplateItem[], owner: WorkshopOwner): Promise<Founding>;
  /** `title`: instead of the other's. */
  fromWorkshop(
    state: WorkshopState,
    wish: CopyWish & { readonly title?: LocalText | undefined },
    owner: WorkshopOwner,
  ): Promise<Founding>;
}

const HOUR_MS = 3_600_000;

export const createDrafts = (founder: Founder, clock: Clock, mint: Mint): Drafts => {
  const itemId = (): AgendaItemId => id<AgendaItemId>(mint.id());
  const found = (commands: readonly WorkshopCommand[], owner: WorkshopOwner): Promise<Founding> => {
    const at = clock.now();
    return founder.found(
      'started',
      commands.map((command) => ({ command, at, by: { kind: 'host' } })),
      undefined,
      owner,
    );
  };
  return {
    fromItems({ title, language, timeZone, startsAt }, items, owner) {
      const length = items.length === 0 ? HOUR_MS : minutesOfItems(items) * 60_000;
      return found(
        [
          { type: 'planning/setStage', stage: 'draft' },
          {
            type: 'brief/revise',
            brief: {
              title,
              language,
              timeZone,
              ...(startsAt !== null && { startsAt, endsAt: instant(startsAt + length) }),
            },
          },
          ...items.map((item): WorkshopCommand => ({
            type: 'agenda/add',
            item: itemId(),
            plan: { ...item, presenters: [] },
          })),
        ],
        owner,
      );
    },
    fromWorkshop: (state, { title, ...wish }, owner) =>
      found(
        [
          ...copyCommands(state, wish, itemId),
          ...(title === undefined ? [] : [{ type: 'brief/revise', brief: { title } } as const]),
        ],
        owner,
      ),
  };
};
