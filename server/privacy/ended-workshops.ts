/** What is forgotten of workshops some time after their end: coming and going, and the desk's words. Owns which are due; the rules are shared/workshop. */
import { id, type CommandId, type Instant } from '../../shared/kernel/ids.ts';
import { COMING_AND_GOING, DESK_WORDS } from '../../shared/workshop/erasing.ts';
import type { WorkshopCommand, WorkshopEvent } from '../../shared/workshop/workshop.ts';
import type { FactStore, Mint } from '../ports.ts';
import type { WorkshopRegistry } from '../workshops/registry.ts';

const FORGETTING = {
  attendance: { types: COMING_AND_GOING, command: { type: 'attendance/condense' } },
  words: { types: DESK_WORDS, command: { type: 'desk/forget' } },
} as const satisfies Record<string, { types: ReadonlySet<WorkshopEvent['type']>; command: WorkshopCommand }>;

export const createEndedWorkshops = (ports: {
  readonly facts: Pick<FactStore, 'list'>;
  readonly registry: WorkshopRegistry;
  readonly mint: Mint;
}) => ({
  /** Of workshops that ended before this instant. Answers how many entries of logs were emptied of it. */
  async forget(what: keyof typeof FORGETTING, before: Instant): Promise<number> {
    const { types, command } = FORGETTING[what];
    let count = 0;
    for (const { id: workshop, endedAt } of await ports.facts.list()) {
      if (endedAt === null || endedAt >= before) continue;
      const running = await ports.registry.find(workshop);
      const holding = (): number =>
        running?.room.entries.filter(({ events }) => events.some(({ type }) => types.has(type))).length ?? 0;
      const held = holding();
      if (!running || held === 0) continue;
      await running.room.dispatch({ kind: 'clock' }, id<CommandId>(ports.mint.id()), command);
      count += held - holding();
    }
    return count;
  },
});
