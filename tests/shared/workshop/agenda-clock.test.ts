import { expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/ids.ts';
import { projection, workshopEnd } from '../../../shared/workshop/agenda/projection.ts';
import { elapsedMs, isPaused, itemClock, plannedAndActual } from '../../../shared/workshop/agenda/selectors.ts';
import { UNDO_MS } from '../../../shared/workshop/agenda/types.ts';
import { deadlines } from '../../../shared/workshop/deadlines.ts';
import { speechClock, talkTimes } from './floor-readings.ts';
import { addItem, by, clock, given, host, item, present, seat, step, type Step } from '../../support/workshop-spec.ts';

const MIN = 60_000;
const minutes = (n: number): number => n * MIN;

/** Three items of 10, 20 and 10 minutes with buffers of 2 and 3, from minute 0 to the end of the plan and five to spare. */
const planned: readonly Step[] = [
  ...present('chair', 'chair'),
  ...present('ann'),
  ...present('bob'),
  step({ type: 'brief/revise', brief: { title: { en: 'T' }, startsAt: instant(0), endsAt: instant(minutes(50)) } }),
  addItem('one', { minutes: 10, buffer: 2 }),
  addItem('two', { minutes: 20, buffer: 3 }),
  addItem('three', { minutes: 10 }),
];
const begun = [...planned, step({ type: 'agenda/begin', item: item('one') }, host, 0)];

const at = (name: 'planned' | 'expected', state: Parameters<typeof projection>[0], now: number) =>
  projection(state, instant(now)).items.map((one) => {
    const span = one[name];
    return span === null ? null : [span.from / MIN, span.until / MIN];
  });

test('[A11] a pause is charged neither to the item nor to the speaker', () => {
  const paused = given(
    begun,
    step({ type: 'floor/give', seat: seat('ann') }, host, minutes(1)),
    step({ type: 'agenda/pauseClock' }, by('chair'), minutes(3)),
  );
  expect(isPaused(paused.state.agenda)).toBe(true);
  const one = paused.state.agenda.items[item('one')];
  expect(one && itemClock(one, instant(minutes(9)))).toEqual({ elapsedMs: minutes(3), remainingMs: minutes(7) });
  expect(speechClock(paused.state.floor.holder, minutes(9))).toMatchObject({ elapsedMs: minutes(2), isPaused: true });
  paused.when({ type: 'agenda/pauseClock' }, by('chair')).refused('agenda/alreadyPaused');
  const resumed = given(
    begun,
    step({ type: 'floor/give', seat: seat('ann') }, host, minutes(1)),
    step({ type: 'agenda/pauseClock' }, by('chair'), minutes(3)),
    step({ type: 'agenda/resumeClock' }, by('chair'), minutes(8)),
  );
  const again = resumed.state.agenda.items[item('one')];
  expect(again && elapsedMs(again, instant(minutes(10)))).toBe(minutes(5));
  expect(talkTimes(resumed.state, minutes(10))).toEqual([['p-ann', minutes(4)]]);
  resumed.when({ type: 'agenda/resumeClock' }, by('chair')).refused('agenda/notPaused');
  given(planned).when({ type: 'agenda/pauseClock' }, by('chair')).refused('agenda/noCurrentItem');
});

test('[A12] the floor passes on while the clock stands, and an item ends when it ends', () => {
  const { state } = given(
    begun,
    step({ type: 'floor/give', seat: seat('ann') }, host, minutes(1)),
    step({ type: 'agenda/pauseClock' }, host, minutes(2)),
    step({ type: 'floor/give', seat: seat('bob') }, host, minutes(4)),
    step({ type: 'agenda/resumeClock' }, host, minutes(6)),
    step({ type: 'floor/takeBack' }, host, minutes(7)),
  );
  expect(talkTimes(state, minutes(9))).toEqual([
    ['p-ann', MIN],
    ['p-bob', MIN],
  ]);
  const ended = given(
    begun,
    step({ type: 'agenda/pauseClock' }, host, minutes(2)),
    step({ type: 'agenda/next' }, host, minutes(5)),
  );
  expect(at('expected', ended.state, minutes(5))[0]).toEqual([0, 5]);
  expect(plannedAndActual(ended.state.agenda, instant(minutes(5)))[0]).toMatchObject({
    actualMs: minutes(2),
    pausedMs: minutes(3),
  });
});

test('[A13] newly planned minutes stand for themselves', () => {
  const settled = given(begun, step({ type: 'agenda/settle', choice: 'shorten', minutes: 6 }));
  expect(settled.state.agenda.items[item('two')]?.allotted).toBe(16);
  const edited = settled
    .when({ type: 'agenda/edit', item: item('two'), plan: { minutes: 30 } })
    .brings({ type: 'agenda/edited', item: item('two'), plan: { minutes: 30 } });
  expect(edited.agenda.items[item('two')]).not.toHaveProperty('allotted');
  const renamed = settled
    .when({ type: 'agenda/edit', item: item('two'), plan: { title: { en: 'Two' } } })
    .brings({ type: 'agenda/edited', item: item('two'), plan: { title: { en: 'Two' } } });
  expect(renamed.agenda.items[item('two')]?.allotted).toBe(16);
});

test('[A14] planned against actual: charged, paused and between make up the wall clock', () => {
  const { state } = given(
    begun,
    step({ type: 'agenda/settle', choice: 'shorten', minutes: 6 }, host, minutes(1)),
    step({ type: 'agenda/pauseClock' }, host, minutes(4)),
    step({ type: 'agenda/resumeClock' }, host, minutes(6)),
    step({ type: 'agenda/next' }, host, minutes(13)),
    step({ type: 'agenda/next' }, host, minutes(30)),
    step({ type: 'session/end' }, host, minutes(45)),
  );
  const rows = plannedAndActual(state.agenda, instant(minutes(99)));
  expect(rows.map((row) => [row.plannedMs, row.actualMs, row.pausedMs].map((ms) => ms / MIN))).toEqual([
    [10, 11, 2],
    [20, 17, 0],
    [10, 15, 0],
  ]);
  expect(rows.reduce((sum, row) => sum + row.actualMs + row.pausedMs, 0)).toBe(minutes(45));
});

test('[A15] as planned, items follow from the beginning with their buffers', () => {
  expect(at('planned', given(planned).state, 0)).toEqual([
    [0, 10],
    [12, 32],
    [35, 45],
  ]);
  const dropped = given(planned, step({ type: 'agenda/drop', item: item('two') }));
  expect(at('planned', dropped.state, 0)).toEqual([[0, 10], null, [12, 22]]);
  const late = given(planned, step({ type: 'agenda/begin', item: item('one') }, host, minutes(500)));
  expect(at('planned', late.state, minutes(500))[0]).toEqual([500, 510]);
  const undated = given(addItem('one'));
  expect(projection(undated.state, instant(7))).toMatchObject({ end: null, limit: null, overMs: 0 });
});

test('[A16] as expected, the current item ends when its minutes are over and the rest follows', () => {
  expect(at('expected', given(begun).state, minutes(4))).toEqual([
    [0, 10],
    [12, 32],
    [35, 45],
  ]);
  const early = given(begun, step({ type: 'agenda/next' }, host, minutes(6)));
  expect(at('expected', early.state, minutes(6))).toEqual([
    [0, 6],
    [6, 26],
    [29, 39],
  ]);
  const passedBy = given(planned, step({ type: 'agenda/begin', item: item('two') }, host, 0));
  expect(at('expected', passedBy.state, 0)).toEqual([
    [33, 43],
    [0, 20],
    [23, 33],
  ]);
  expect(projection(passedBy.state, instant(0)).end).toBe(minutes(43));
  expect(at('expected', given(planned).state, minutes(7))[0]).toEqual([7, 17]);
});

test('[A17] what is later moves on with the time while an item is over or its clock stands', () => {
  const { state } = given(begun);
  expect(at('expected', state, minutes(14))).toEqual([
    [0, 14],
    [16, 36],
    [39, 49],
  ]);
  expect([14, 16].map((now) => projection(state, instant(minutes(now))).overMs / MIN)).toEqual([-1, 1]);
  const paused = given(begun, step({ type: 'agenda/pauseClock' }, host, minutes(4))).state;
  expect([4, 9].map((now) => at('expected', paused, minutes(now))[1])).toEqual([
    [12, 32],
    [17, 37],
  ]);
});

test('[A18] the end is the chair’s, else the brief’s, else that of the planned minutes', () => {
  const endOf = (...steps: readonly (Step | readonly Step[])[]) => workshopEnd(given(...steps).state);
  expect(endOf(begun)).toBe(minutes(50));
  const extended = [...begun, step({ type: 'agenda/settle', choice: 'extend', minutes: 10 })];
  expect(endOf(extended)).toBe(minutes(60));
  expect(endOf(extended, step({ type: 'brief/revise', brief: { endsAt: instant(minutes(55)) } }))).toBe(minutes(55));
  expect(endOf(planned, step({ type: 'brief/revise', brief: {}, cleared: ['endsAt'] }))).toBe(minutes(40));
  expect(endOf(planned, step({ type: 'agenda/begin', item: item('one') }, host, minutes(500)))).toBe(minutes(540));
});

test('[A19] absorbing takes from the nearest buffers what there is', () => {
  given(begun)
    .when({ type: 'agenda/settle', choice: 'absorb', minutes: 4 }, by('chair'))
    .brings({
      type: 'agenda/settled',
      choice: 'absorb',
      minutes: 4,
      allotments: [
        { item: item('one'), allotted: null, bufferLeft: 0 },
        { item: item('two'), allotted: null, bufferLeft: 1 },
      ],
    });
  const all = given(begun, step({ type: 'agenda/settle', choice: 'absorb', minutes: 99 }));
  expect(all.state.agenda.settlements[0]?.minutes).toBe(5);
  expect(at('expected', all.state, minutes(15))).toEqual([
    [0, 15],
    [15, 35],
    [35, 45],
  ]);
  all.when({ type: 'agenda/settle', choice: 'absorb', minutes: 1 }, by('chair')).refused('agenda/noBuffer');
  given(planned).when({ type: 'agenda/settle', choice: 'absorb', minutes: 1 }, by('chair')).refused('session/notLive');
});

test('[A20] shortening takes exactly what was asked, in proportion, and leaves each item a minute', () => {
  const left = (...steps: readonly Step[]) => {
    const { items } = given(begun, ...steps).state.agenda;
    return (['two', 'three'] as const).map((name) => items[item(name)]?.allotted ?? items[item(name)]?.minutes);
  };
  const shorten = (n: number, ...names: readonly string[]) =>
    step({ type: 'agenda/settle', choice: 'shorten', minutes: n, ...(names.length > 0 && { items: names.map(item) }) });
  expect(left(shorten(6))).toEqual([16, 8]);
  expect(left(shorten(5), shorten(5))).toEqual([14, 6]);
  expect(left(shorten(5, 'three'))).toEqual([20, 5]);
  expect(left(shorten(600))).toEqual([1, 1]);
  const none = given(begun, shorten(600));
  none.when({ type: 'agenda/settle', choice: 'shorten', minutes: 1 }).refused('agenda/nothingToShorten');
  none
    .when({ type: 'agenda/settle', choice: 'shorten', minutes: 1, items: [item('one')] })
    .refused('agenda/itemNotPlanned');
  expect(projection(given(begun, shorten(6)).state, instant(minutes(16))).overMs).toBe(-minutes(5));
});

test('[A21] extending moves the end', () => {
  const before = given(begun).state;
  const after = given(begun, step({ type: 'agenda/settle', choice: 'extend', minutes: 7 }, by('chair'), 5)).state;
  expect(workshopEnd(after)).toBe(minutes(57));
  expect(at('expected', after, 5)).toEqual(at('expected', before, 5));
  expect(after.brief).toEqual(before.brief);
});

test('[A22] a settlement is taken back for a minute, while its item is current', () => {
  for (const choice of ['absorb', 'shorten', 'extend'] as const) {
    const settled = [...begun, step({ type: 'agenda/settle', choice, minutes: 3 }, by('chair'), 0)];
    const { agenda } = given(settled, step({ type: 'agenda/undoSettling' }, by('chair'), UNDO_MS)).state;
    expect({ ...agenda, endMovedAt: null }).toEqual(given(begun).state.agenda);
    given(settled)
      .when({ type: 'agenda/undoSettling' }, by('chair'), UNDO_MS + 1)
      .refused('agenda/nothingToUndo');
    given(settled, step({ type: 'agenda/next' }))
      .when({ type: 'agenda/undoSettling' }, by('chair'))
      .refused('agenda/nothingToUndo');
  }
  given(begun).when({ type: 'agenda/undoSettling' }, by('chair')).refused('agenda/nothingToUndo');
});

const told = (...steps: readonly Step[]) => deadlines(given(begun, ...steps).state).map((one) => one.at / MIN);
const tellEnd = (when: number) => step({ type: 'agenda/tellEnd' }, clock, minutes(when));

test('[A23] the end is told at ten and at five minutes, once each', () => {
  expect(told()).toEqual([40]);
  given(begun)
    .when({ type: 'agenda/tellEnd' }, clock, minutes(40) - 1)
    .refused('agenda/notYet');
  given(begun)
    .when({ type: 'agenda/tellEnd' }, clock, minutes(40))
    .brings({ type: 'agenda/endTold', notice: { end: instant(minutes(50)), minutes: 10 } });
  expect(told(tellEnd(40))).toEqual([45]);
  expect(told(tellEnd(40), tellEnd(45))).toEqual([]);
  const extend = (n: number, when: number) =>
    step({ type: 'agenda/settle', choice: 'extend', minutes: n }, host, minutes(when));
  expect(told(tellEnd(40), extend(20, 43))).toEqual([60]);
  expect(told(tellEnd(40), extend(3, 44))).toEqual([48]);
  expect(told(tellEnd(40), tellEnd(45), extend(3, 47))).toEqual([48]);
  const late = given(planned, step({ type: 'agenda/begin', item: item('one') }, host, minutes(44)));
  expect(deadlines(late.state).map((one) => one.at / MIN)).toEqual([45]);
  const reopened = given(
    begun,
    step({ type: 'session/end' }, host, minutes(20)),
    step({ type: 'session/reopen' }, host, minutes(47)),
  );
  expect(deadlines(reopened.state)).toEqual([]);
});

test('[A24] who was away for both hears the nearer', () => {
  given(begun)
    .when({ type: 'agenda/tellEnd' }, clock, minutes(46))
    .brings({ type: 'agenda/endTold', notice: { end: instant(minutes(50)), minutes: 5 } });
  expect(told(tellEnd(46))).toEqual([]);
});

test('[A25] a closed queue opens with the next item', () => {
  given(begun, step({ type: 'floor/setOpen', open: false }))
    .when({ type: 'agenda/next' }, by('chair'))
    .brings(
      { type: 'agenda/itemEnded', item: item('one') },
      { type: 'floor/openSet', open: true },
      { type: 'agenda/itemBegun', item: item('two') },
    );
});
