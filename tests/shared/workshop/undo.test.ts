import { expect, test } from 'vitest';
import { undoOf } from '../../../shared/workshop/undo.ts';
import type { WorkshopCommand } from '../../../shared/workshop/workshop.ts';
import { by, given, item, liveWorkshop, seat, step } from '../../support/workshop-spec.ts';

const raise = (name: string) => step({ type: 'floor/raiseHand' }, by(name));
const start = [...liveWorkshop, step({ type: 'agenda/begin', item: item('one') }), ...['ann', 'bob', 'co'].map(raise)];
const order = (state: ReturnType<typeof given>['state']) => ({
  queue: state.floor.queue.map((hand) => hand.seat),
  holder: state.floor.holder?.seat ?? null,
  paused: state.floor.holder?.pausedSince ?? null,
  open: state.floor.open,
  agenda: state.agenda.order.map((id) => [id, state.agenda.items[id]?.status, state.agenda.items[id]?.allotted]),
});

test.each<WorkshopCommand>([
  { type: 'floor/lowerOther', seat: seat('bob') },
  { type: 'floor/lowerAll' },
  { type: 'floor/move', seat: seat('co'), index: 0 },
  { type: 'floor/give', seat: seat('bob') },
  { type: 'floor/giveNext' },
  { type: 'floor/setOpen', open: false },
  { type: 'agenda/drop', item: item('two') },
  { type: 'agenda/move', item: item('two'), index: 0 },
  { type: 'agenda/settle', choice: 'shorten', minutes: 3 },
  { type: 'agenda/pauseClock' },
])('[U1] $type is taken back by one command', (command) => {
  const before = given(start).state;
  const undo = undoOf(before, command);
  if (undo === null) throw new Error('an undo was expected');
  const after = given(start, step(command, by('chair'))).state;
  if (command.type !== 'agenda/pauseClock') expect(order(after)).not.toEqual(order(before));
  expect(order(given(start, step(command, by('chair')), step(undo, by('chair'))).state)).toEqual(order(before));
});

test('[U1] a placed entry goes back to where the chair had it; what nothing takes back has no undo', () => {
  const placed = given(start, step({ type: 'floor/move', seat: seat('co'), index: 1 }, by('chair'))).state;
  expect(undoOf(placed, { type: 'floor/move', seat: seat('co'), index: 0 })).toEqual({
    type: 'floor/move',
    seat: seat('co'),
    index: 1,
  });
  expect(undoOf(placed, { type: 'floor/pauseSpeech' })).toEqual({ type: 'floor/resumeSpeech' });
  expect(undoOf(placed, { type: 'session/end' })).toBeNull();
  expect(undoOf(placed, { type: 'floor/move', seat: seat('eye'), index: 0 })).toBeNull();
});
