/** What the form says, as a plan. Whether it makes sense the rules decide; here only words become values. */
import { id, isId, type AgendaItemId } from '../../../shared/kernel/ids.ts';
import { POLL_KINDS, type PollPlan } from '../../../shared/workshop/polls/types.ts';
import { ROLES, type Role } from '../../../shared/workshop/roles.ts';
import { valueOf } from '../../ui/field.ts';

/** In minutes. */
export const DURATIONS = [1, 2, 3, 5, 10] as const;

export const USUAL_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'observer' && role !== 'interpreter');

export const planFrom = (form: HTMLFormElement): PollPlan => {
  const given = new FormData(form);
  const kind = POLL_KINDS.find((one) => one === valueOf(form, 'kind')) ?? 'single';
  const number = (name: string): number => Math.round(Number(valueOf(form, name)));
  const item = valueOf(form, 'item');
  const seconds = number('seconds');
  const anonymous = given.has('anonymous');
  const options = valueOf(form, 'options')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    kind,
    question: valueOf(form, 'question'),
    item: isId(item) ? id<AgendaItemId>(item) : null,
    options: kind === 'single' || kind === 'multiple' ? options : [],
    ...(kind === 'multiple' && { min: number('min'), max: number('max') }),
    ...(kind === 'scale' && { steps: number('steps') }),
    anonymous,
    hidden: anonymous || given.has('hidden'),
    weighted: !anonymous && given.has('weighted'),
    roles: ROLES.filter((role) => given.getAll('roles').includes(role)),
    seconds: seconds > 0 ? seconds : null,
  };
};
