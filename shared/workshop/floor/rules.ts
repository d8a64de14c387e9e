/** How this workshop's floor works, set by its desk: open, limits, budgets, policy. What is so already changes nothing. Rules F3, F12, F18, F25. */
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import { lookUp } from '../../kernel/records.ts';
import type { WorkshopEvent, WorkshopRefusalCode, WorkshopState } from '../workshop.ts';
import { ENTRY_KINDS, type FloorCommand, type FloorRules } from './types.ts';

type Setting = Extract<
  FloorCommand,
  {
    readonly type: 'floor/setOpen' | 'floor/setLimit' | 'floor/setPersonLimit' | 'floor/setBudget' | 'floor/setRules';
  }
>;

/** A contribution can always be asked for; kinds stand in one order, so that equal rules are equal. */
const withKindsInOrder = (rules: Partial<FloorRules>): Partial<FloorRules> =>
  rules.kinds === undefined
    ? rules
    : { ...rules, kinds: ENTRY_KINDS.filter((kind) => kind === 'contribution' || rules.kinds?.includes(kind)) };

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const decideRules = (
  { floor, roster }: WorkshopState,
  command: Setting,
): Decision<WorkshopEvent, WorkshopRefusalCode> => {
  switch (command.type) {
    case 'floor/setOpen':
      return floor.open === command.open ? accept() : accept({ type: 'floor/openSet', open: command.open });
    case 'floor/setLimit':
      return floor.limitMs === command.limitMs
        ? accept()
        : accept({ type: 'floor/limitSet', limitMs: command.limitMs });
    case 'floor/setPersonLimit':
      if (!Object.hasOwn(roster.people, command.person)) return refuse('roster/unknownPerson');
      return (lookUp(floor.limits, command.person) ?? 'default') === command.limitMs
        ? accept()
        : accept({ type: 'floor/personLimitSet', person: command.person, limitMs: command.limitMs });
    case 'floor/setBudget':
      if (!Object.hasOwn(roster.organizations, command.organization)) return refuse('roster/unknownOrganization');
      return (lookUp(floor.budgets, command.organization) ?? null) === command.ms
        ? accept()
        : accept({ type: 'floor/budgetSet', organization: command.organization, ms: command.ms });
    case 'floor/setRules': {
      const wanted = withKindsInOrder(command.rules);
      const changed = Object.fromEntries(
        Object.entries(wanted).filter(([name, value]) => !isSame(value, floor.rules[name as keyof FloorRules])),
      ) as Partial<FloorRules>;
      return Object.keys(changed).length === 0 ? accept() : accept({ type: 'floor/rulesSet', rules: changed });
    }
  }
};
