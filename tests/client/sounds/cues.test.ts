// Which tone is due when, over a workshop second by second; and who hears it.
import { expect, it } from 'vitest';
import { cueBetween, isHeard, momentOf, type Cue } from '../../../client/features/sounds/cues.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import { by, clock, given, item, liveWorkshop, seat, step, type Step } from '../../support/workshop-spec.ts';

const MINUTE = 60_000;

/** Every cue with its second, while nothing but time passes between the steps. */
const heardBy = (self: string, steps: readonly Step[], seconds: number): readonly (readonly [number, Cue])[] => {
  const cues: (readonly [number, Cue])[] = [];
  const stateAt = (ms: number) =>
    given(
      liveWorkshop,
      steps.filter(({ at = 0 }) => at <= ms),
    ).state;
  let before = momentOf(stateAt(0), seat(self), instant(0));
  let state = stateAt(0);
  for (let second = 1; second <= seconds; second += 1) {
    if (steps.some(({ at = 0 }) => at > (second - 1) * 1000 && at <= second * 1000)) state = stateAt(second * 1000);
    const moment = momentOf(state, seat(self), instant(second * 1000));
    const cue = cueBetween(before, moment);
    if (cue !== null) cues.push([second, cue]);
    before = moment;
  }
  return cues;
};

it('sounds once at amber and once at red of an item of ten minutes', () => {
  const begun = [step({ type: 'agenda/begin', item: item('one') }, by('chair'), 0)];
  expect(heardBy('ann', begun, 800)).toEqual([
    [540, 'itemSoon'],
    [600, 'itemOver'],
  ]);
});

it('warns the speaker thirty seconds before the limit, at the limit, and not while paused', () => {
  const speech = [
    step({ type: 'floor/setLimit', limitMs: 2 * MINUTE }, by('chair'), 0),
    step({ type: 'floor/give', seat: seat('ann') }, by('chair'), 0),
    step({ type: 'floor/pauseSpeech' }, by('chair'), MINUTE),
    step({ type: 'floor/resumeSpeech' }, by('chair'), 2 * MINUTE),
  ];
  expect(heardBy('ann', speech, 300)).toEqual([
    [150, 'speechWarning'],
    [180, 'speechOver'],
  ]);
});

it('calls whoever is next, and nobody else', () => {
  const called = [
    step({ type: 'floor/setRules', rules: { callsNext: true } }, by('chair'), 0),
    step({ type: 'floor/raiseHand' }, by('ann'), 2000),
    step({ type: 'floor/callNext' }, clock, 3000),
  ];
  expect(heardBy('ann', called, 10)).toEqual([[3, 'youAreNext']]);
  expect(heardBy('bob', called, 10)).toEqual([]);
});

it('is for the desk and the speaker unless chosen otherwise, and never for who has said no', () => {
  const { state } = given(liveWorkshop, step({ type: 'floor/give', seat: seat('ann') }, by('chair')));
  const heard = (choice: 'on' | 'off' | null, self: string, manages = false) =>
    isHeard(choice, state, seat(self), manages);
  expect([heard(null, 'chair', true), heard(null, 'ann'), heard(null, 'bob')]).toEqual([true, true, false]);
  expect([heard('off', 'chair', true), heard('off', 'ann'), heard('on', 'bob')]).toEqual([false, false, true]);
});
