// given(…).when(command, by).brings(events) for the workshop's decider; not `then`, for such an object would be taken for a promise.
// What is given are commands too, so every test starts from a reachable state.
import { expect } from 'vitest';
import { id, instant, type AgendaItemId, type CommandId, type OrganizationId } from '../../shared/kernel/ids.ts';
import type { PersonId, SeatId } from '../../shared/kernel/ids.ts';
import type { Actor } from '../../shared/workshop/actor.ts';
import type { ItemPlan } from '../../shared/workshop/agenda/types.ts';
import { loggedAs } from '../../shared/workshop/concealed.ts';
import { decide, evolveEntry, initialState } from '../../shared/workshop/decider.ts';
import type { Role } from '../../shared/workshop/roles.ts';
import {
  LOG_VERSION,
  type Entry,
  type WorkshopCommand,
  type WorkshopEvent,
  type WorkshopRefusalCode,
  type WorkshopState,
} from '../../shared/workshop/workshop.ts';
import { createBoxes, type Boxes } from './boxes.ts';

export const seat = (name: string): SeatId => id<SeatId>(name);
export const item = (name: string): AgendaItemId => id<AgendaItemId>(name);
export const person = (name: string): PersonId => id<PersonId>(name);
export const organization = (name: string): OrganizationId => id<OrganizationId>(name);
export const host: Actor = { kind: 'host' };
export const door: Actor = { kind: 'door' };
export const clock: Actor = { kind: 'clock' };
export const by = (name: string): Actor => ({ kind: 'seat', seat: seat(name) });

export const plan = (over: Partial<ItemPlan> = {}): ItemPlan => ({
  kind: 'discussion',
  title: { en: 'Discussion' },
  minutes: 10,
  presenters: [],
  offTheRecord: false,
  ...over,
});

/** A command with who sends it and how many ms after the beginning of the test. */
export interface Step {
  readonly command: WorkshopCommand;
  readonly by: Actor;
  readonly at?: number;
}

export const step = (command: WorkshopCommand, who: Actor = host, at?: number): Step => ({
  command,
  by: who,
  ...(at === undefined ? {} : { at }),
});

export const knock = (name: string, role: Role = 'participant'): Step =>
  step(
    {
      type: 'lobby/knock',
      seat: seat(name),
      person: { id: person(`p-${name}`), name: { asWritten: name }, positions: [] },
      role,
      language: 'en',
    },
    door,
  );

/** Seated and here. */
export const present = (name: string, role: Role = 'participant'): readonly Step[] => [
  knock(name, role),
  ...(role === 'participant' || role === 'observer' ? [step({ type: 'lobby/admit', seat: seat(name) })] : []),
  step({ type: 'participants/arrive', seat: seat(name) }, door),
];

export const addItem = (name: string, over: Partial<ItemPlan> = {}): Step =>
  step({ type: 'agenda/add', item: item(name), plan: plan(over) });

/** A live workshop: chair, co-chair, ann, bob, an observer, two items. */
export const liveWorkshop: readonly Step[] = [
  ...present('chair', 'chair'),
  ...present('co', 'co-chair'),
  ...present('ann'),
  ...present('bob'),
  ...present('eye', 'observer'),
  addItem('one'),
  addItem('two'),
  step({ type: 'session/begin' }),
];

export interface Played {
  readonly state: WorkshopState;
  readonly entries: readonly Entry[];
}

const contextOf = ({ by: who, at }: Step, seq: number) => ({
  by: who,
  at: instant(at ?? 0),
  cause: id<CommandId>(`c-${seq}`),
});

/** Plays the steps through the real decider; a refused step is a broken test. */
export const play = (steps: readonly Step[], boxes: Boxes = createBoxes()): Played =>
  steps.reduce<Played>(
    ({ state, entries }, one) => {
      const seq = entries.length + 1;
      const context = contextOf(one, seq);
      const decision = decide(state, one.command, boxes.open(state, one.command, context));
      if (!decision.ok) throw new Error(`given ${one.command.type}: ${decision.refusal.code}`);
      if (decision.events.length === 0) return { state, entries };
      boxes.accepted(state, one.command);
      const entry: Entry = {
        seq,
        ...context,
        by: loggedAs(one.command, one.by),
        v: LOG_VERSION,
        events: decision.events,
      };
      return { state: evolveEntry(state, entry), entries: [...entries, entry] };
    },
    { state: initialState, entries: [] },
  );

export const given = (...steps: readonly (Step | readonly Step[])[]) => {
  const boxes = createBoxes();
  const played = play(steps.flat(), boxes);
  return {
    state: played.state,
    entries: played.entries,
    when(command: WorkshopCommand, who: Actor = host, at = 0) {
      const context = { by: who, at: instant(at), cause: id<CommandId>('this') };
      const decision = decide(played.state, command, boxes.open(played.state, command, context));
      return {
        brings(...events: readonly WorkshopEvent[]): WorkshopState {
          expect(decision).toEqual({ ok: true, events });
          const entry: Entry = { seq: played.entries.length + 1, ...context, v: LOG_VERSION, events };
          return evolveEntry(played.state, entry);
        },
        refused(code: WorkshopRefusalCode): void {
          expect(decision.ok ? decision.events : decision.refusal.code).toBe(code);
        },
      };
    },
  };
};
