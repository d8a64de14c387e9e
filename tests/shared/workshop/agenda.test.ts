import { expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/ids.ts';
import { AGENDA_LIMIT } from '../../../shared/workshop/agenda/decide.ts';
import { elapsedMs, itemClock, plannedAndActual } from '../../../shared/workshop/agenda/selectors.ts';
import {
  addItem,
  by,
  given,
  host,
  item,
  liveWorkshop,
  person,
  plan,
  present,
  seat,
  step,
} from '../../support/workshop-spec.ts';

const begin = (name: string, at?: number) => step({ type: 'agenda/begin', item: item(name) }, host, at);

test('[A1] items go to their index or to the end, each id once', () => {
  const { state } = given(
    addItem('one'),
    addItem('three'),
    step({ type: 'agenda/add', item: item('two'), plan: plan(), index: 1 }),
  );
  expect(state.agenda.order).toEqual(['one', 'two', 'three']);
  given(addItem('one'))
    .when({ type: 'agenda/add', item: item('one'), plan: plan() })
    .refused('agenda/duplicateItem');
});

test('[A2] presenters stand in the roster', () => {
  const presenters = [{ kind: 'person', person: person('p-ann') }] as const;
  given(addItem('one'))
    .when({ type: 'agenda/edit', item: item('one'), plan: { presenters } })
    .refused('agenda/unknownPresenter');
  given(addItem('one'), present('ann'))
    .when({ type: 'agenda/edit', item: item('one'), plan: { presenters } })
    .brings({ type: 'agenda/edited', item: item('one'), plan: { presenters } });
});

test('[A3] an index lies within', () => {
  const two = given(addItem('one'), addItem('two'));
  two.when({ type: 'agenda/move', item: item('one'), index: 2 }).refused('agenda/badIndex');
  two.when({ type: 'agenda/add', item: item('x'), plan: plan(), index: 3 }).refused('agenda/badIndex');
  const state = two
    .when({ type: 'agenda/move', item: item('one'), index: 1 })
    .brings({ type: 'agenda/moved', item: item('one'), index: 1 });
  expect(state.agenda.order).toEqual(['two', 'one']);
});

test('[A4] only what is planned is dropped, only what is dropped restored', () => {
  given(liveWorkshop, begin('one'))
    .when({ type: 'agenda/drop', item: item('one') })
    .refused('agenda/itemIsCurrent');
  given(liveWorkshop, begin('one'), begin('two'))
    .when({ type: 'agenda/drop', item: item('one') })
    .refused('agenda/itemNotPlanned');
  given(liveWorkshop)
    .when({ type: 'agenda/drop', item: item('none') })
    .refused('agenda/unknownItem');
  given(liveWorkshop)
    .when({ type: 'agenda/restore', item: item('one') })
    .refused('agenda/notDropped');
  const dropped = given(liveWorkshop, step({ type: 'agenda/drop', item: item('one') }));
  dropped.when({ type: 'agenda/begin', item: item('one') }).refused('agenda/itemNotPlanned');
  dropped.when({ type: 'agenda/restore', item: item('one') }).brings({ type: 'agenda/restored', item: item('one') });
});

test('[A5] the next item ends the one before and its speech', () => {
  given(liveWorkshop, begin('one'), step({ type: 'floor/give', seat: seat('ann') }))
    .when({ type: 'agenda/begin', item: item('two') }, by('chair'))
    .brings(
      { type: 'floor/ended', seat: seat('ann') },
      { type: 'agenda/itemEnded', item: item('one') },
      { type: 'agenda/itemBegun', item: item('two') },
    );
});

test('[A6] the queue is carried over', () => {
  const { state } = given(liveWorkshop, begin('one'), step({ type: 'floor/raiseHand' }, by('ann')), begin('two'));
  expect(state.floor.queue.map((hand) => hand.seat)).toEqual(['ann']);
});

test('[A7] the first item begins the session', () => {
  given(present('chair', 'chair'), addItem('one'))
    .when({ type: 'agenda/begin', item: item('one') }, by('chair'))
    .brings({ type: 'session/begun' }, { type: 'agenda/itemBegun', item: item('one') });
});

test('[A8] next goes on to what is planned, and at last only ends', () => {
  given(liveWorkshop)
    .when({ type: 'agenda/next' })
    .brings({ type: 'agenda/itemBegun', item: item('one') });
  given(liveWorkshop, begin('one'), begin('two'))
    .when({ type: 'agenda/next' })
    .brings({ type: 'agenda/itemEnded', item: item('two') });
  given(liveWorkshop, begin('one'), begin('two'), step({ type: 'agenda/endItem' }))
    .when({ type: 'agenda/next' })
    .refused('agenda/noCurrentItem');
  given(liveWorkshop).when({ type: 'agenda/endItem' }).refused('agenda/noCurrentItem');
});

test('[A9] an item taken up again sums its stretches', () => {
  const { state } = given(liveWorkshop, begin('one', 0), begin('two', 1000), begin('one', 5000));
  const one = state.agenda.items[item('one')];
  expect(one && elapsedMs(one, instant(7000))).toBe(3000);
  expect(one && itemClock(one, instant(7000))).toEqual({ elapsedMs: 3000, remainingMs: 597_000 });
  expect(plannedAndActual(state.agenda, instant(7000)).map(({ plannedMs, actualMs }) => [plannedMs, actualMs])).toEqual(
    [
      [600_000, 3000],
      [600_000, 4000],
    ],
  );
  given(liveWorkshop, begin('one'))
    .when({ type: 'agenda/begin', item: item('one') })
    .refused('agenda/itemIsCurrent');
});

test('[A10] an agenda has an end', () => {
  const full = given(Array.from({ length: AGENDA_LIMIT }, (_, n) => addItem(`i${n}`)));
  full.when({ type: 'agenda/add', item: item('more'), plan: plan() }).refused('agenda/full');
});
