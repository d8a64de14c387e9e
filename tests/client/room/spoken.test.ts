// What is spoken aloud in a small workshop, sentence by sentence, to two people and in both languages: the script a screen reader would read.
import { expect, it } from 'vitest';
import { announcements } from '../../../client/features/room/announcements.ts';
import { instant } from '../../../shared/kernel/ids.ts';
import type { Language } from '../../../shared/kernel/language.ts';
import { addItem, by, clock, item, play, present, seat, step, type Step } from '../../support/workshop-spec.ts';

const MINUTE = 60_000;
const table: readonly Step[] = [
  ...present('chair', 'chair'),
  ...present('ann'),
  ...present('bob'),
  addItem('one', { title: { en: 'Opening', 'zh-Hans': '开场' }, minutes: 10 }),
  addItem('two', { title: { en: 'Discussion', 'zh-Hans': '讨论' }, minutes: 10 }),
];
const at = (minutes: number) => minutes * MINUTE;
const happens: readonly (readonly Step[])[] = [
  [step({ type: 'agenda/begin', item: item('one') }, by('chair'), 0)],
  [step({ type: 'floor/setRules', rules: { callsNext: true } }, by('chair'), at(1))],
  [step({ type: 'floor/raiseHand' }, by('bob'), at(2))],
  [step({ type: 'floor/raiseHand' }, by('ann'), at(2))],
  [step({ type: 'floor/callNext' }, clock, at(2))],
  [step({ type: 'floor/giveCalled' }, clock, at(2) + 5000)],
  [step({ type: 'agenda/pauseClock' }, by('chair'), at(3))],
  [step({ type: 'agenda/resumeClock' }, by('chair'), at(4))],
  [step({ type: 'floor/yield' }, by('bob'), at(5))],
  [step({ type: 'floor/callNext' }, clock, at(5))],
  [step({ type: 'floor/answerCall' }, by('ann'), at(5))],
  [step({ type: 'agenda/tellEnd' }, clock, at(10))],
  [step({ type: 'agenda/next' }, by('chair'), at(11))],
  [step({ type: 'agenda/tellEnd' }, clock, at(15))],
];

const script = (self: string, language: Language): readonly string[] => {
  const said: string[] = [];
  let so: readonly Step[] = table;
  for (const steps of happens) {
    const before = play(so).state;
    so = [...so, ...steps];
    said.push(...announcements(before, play(so).state, seat(self), language, instant(steps.at(-1)?.at ?? 0)));
  }
  return said;
};

it('speaks to who waits, is called and speaks, and of the time only at its thresholds', () => {
  expect(script('ann', 'en')).toEqual([
    'The workshop has begun.',
    'Now: Opening.',
    'Your hand is 2nd of 2.',
    'bob has the floor.',
    'Your hand is 1st of 1.',
    'The clock is paused.',
    'The clock runs again.',
    'You are next to speak.',
    'You have the floor.',
    '10 minutes until the end of the workshop.',
    'Now: Discussion.',
    'Your speech is over.',
    '5 minutes until the end of the workshop.',
  ]);
  expect(script('ann', 'zh-Hans')).toEqual([
    '研讨会已开始。',
    '现在进行：开场。',
    '您已举手，排在第 2 位，共 2 人。',
    '现在由bob发言。',
    '您已举手，排在第 1 位，共 1 人。',
    '计时已暂停。',
    '计时已恢复。',
    '下一位请您发言。',
    '请您发言。',
    '距研讨会结束还有 10 分钟。',
    '现在进行：讨论。',
    '您的发言已结束。',
    '距研讨会结束还有 5 分钟。',
  ]);
});

it('says nothing while only time passes', () => {
  const { state } = play([...table, ...(happens[0] ?? [])]);
  for (let second = 0; second < 1200; second += 1)
    expect(announcements(state, state, seat('ann'), 'en', instant(second * 1000))).toEqual([]);
});
