// The room's frame without a page: keys, widths, clocks, ordinals, initials, what is announced.
import { describe, expect, it } from 'vitest';
import { instant } from '../../../shared/kernel/ids.ts';
import { announcements } from '../../../client/features/room/announcements.ts';
import { clockText, clockTone } from '../../../client/features/room/clock-text.ts';
import { ordinal } from '../../../client/features/room/ordinal.ts';
import { readPanels, within } from '../../../client/features/room/panel-widths.ts';
import { shortcutOf } from '../../../client/features/room/shortcuts.ts';
import { initialsOf } from '../../../client/features/room/who.ts';
import { raisedWords } from '../../../client/features/floor/hand-words.ts';
import { addItem, by, item, knock, liveWorkshop, play, seat, step, type Step } from '../../support/workshop-spec.ts';

const press = (key: string, over: Partial<KeyboardEventInit> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  repeat: false,
  ...over,
});

describe('keys', () => {
  it('knows h and H, and ? for the list', () => {
    expect(shortcutOf(press('h'), false)).toBe('hand');
    expect(shortcutOf(press('H'), false)).toBe('hand');
    expect(shortcutOf(press('?'), false)).toBe('help');
    expect(shortcutOf(press('F2'), false)).toBe('statement');
    expect(shortcutOf(press('F2'), true)).toBe('statement');
    expect(shortcutOf({ ...press('F2'), isComposing: true }, true)).toBeNull();
  });
  it.each([
    ['while writing', press('h'), true],
    ['while composing pinyin', press('h', { isComposing: true }), false],
    ['with Ctrl', press('h', { ctrlKey: true }), false],
    ['with a key held down', press('h', { repeat: true }), false],
    ['for a name every object carries', press('constructor'), false],
  ])('is silent %s', (_when, key, writing) => {
    expect(shortcutOf(key, writing)).toBeNull();
  });
});

describe('panels', () => {
  it('come back as they were kept, within their limits', () => {
    const kept = JSON.stringify({ left: { open: false, width: 300 }, right: { open: true, width: 5000 } });
    expect(readPanels(kept)).toEqual({ left: { open: false, width: 300 }, right: { open: true, width: 900 } });
  });
  it.each([null, 'not json', '[]', '{"left":7,"right":{"open":"yes","width":"wide"}}', 'null'])(
    'are as usual when %s was kept',
    (kept) => expect(readPanels(kept)).toEqual(readPanels(null)),
  );
  it('stay between least and most', () => {
    expect([within('left', 1), within('left', 300.4), within('left', 9999)]).toEqual([220, 300, 480]);
  });
});

describe('clocks', () => {
  it('count in minutes, from an hour on in hours', () => {
    expect([0, 59_999, 245_000, 3_845_000].map((ms) => clockText(ms))).toEqual(['0:00', '0:59', '4:05', '1:04:05']);
    expect([clockText(59_001, 'up'), clockText(-61_500)]).toEqual(['1:00', '1:01']);
  });
  it('turn amber in the last tenth or half minute, red at zero', () => {
    const tenMinutes = 600_000;
    expect([60_001, 60_000, 1, 0, -1].map((left) => clockTone(left, tenMinutes))).toEqual([
      'calm',
      'soon',
      'soon',
      'over',
      'over',
    ]);
    expect([30_001, 30_000].map((left) => clockTone(left, 60_000))).toEqual(['calm', 'soon']);
  });
});

describe('words', () => {
  it('order in each language', () => {
    expect([1, 2, 3, 4, 11, 21].map((n) => ordinal(n, 'en'))).toEqual(['1st', '2nd', '3rd', '4th', '11th', '21st']);
    expect(ordinal(3, 'zh-Hans')).toBe('第 3 位');
  });
  it('initials of both scripts', () => {
    expect(['Jane Goodall', 'QIAN Jingjing', '钱京京', 'Plato', '— 7', 'Dr. Li Na'].map(initialsOf)).toEqual([
      'JG',
      'QJ',
      '京京',
      'P',
      '',
      'LN',
    ]);
  });
  it('tell where a hand stands', () => {
    const { state } = play([...liveWorkshop, ...['co', 'ann', 'bob'].map(raise)]);
    expect(raisedWords(state.floor, seat('bob'), 'en')).toBe('Raised, 3rd of 3');
    expect(raisedWords(state.floor, seat('bob'), 'zh-Hans')).toBe('已举手，第 3 位，共 3 人');
    expect(raisedWords(state.floor, seat('chair'), 'en')).toBeNull();
  });
});

const raise = (name: string): Step => step({ type: 'floor/raiseHand' }, by(name));

/** What is said to `self` when `then` happens after `first`. */
const said = (self: string, first: readonly Step[], ...then: readonly Step[]): readonly string[] => {
  const before = play([...liveWorkshop, ...first]).state;
  const after = play([...liveWorkshop, ...first, ...then]).state;
  return announcements(before, after, seat(self), 'en', instant(0));
};

describe('announcements', () => {
  it('tell everyone of the item that begins, once', () => {
    expect(said('ann', [], step({ type: 'agenda/begin', item: item('one') }))).toEqual(['Now: Discussion.']);
    const begun = [step({ type: 'agenda/begin', item: item('one') })];
    expect(said('ann', begun, addItem('three'))).toEqual([]);
  });
  it('tell who has the floor, and the holder differently', () => {
    const give = step({ type: 'floor/give', seat: seat('ann') }, by('chair'));
    expect(said('ann', [raise('ann')], give)).toEqual(['You have the floor.']);
    expect(said('bob', [raise('ann')], give)).toEqual(['ann has the floor.']);
    expect(said('ann', [give], step({ type: 'floor/yield' }, by('ann')))).toEqual(['Your speech is over.']);
  });
  it('tell one’s own place in the queue, and nothing of others’', () => {
    expect(said('bob', [raise('ann')], raise('bob'))).toEqual(['Your hand is 2nd of 2.']);
    expect(said('ann', [raise('ann')], raise('bob'))).toEqual([]);
    expect(said('bob', [raise('ann'), raise('bob')], step({ type: 'floor/lowerHand' }, by('ann')))).toEqual([
      'Your hand is 1st of 1.',
    ]);
  });
  it('tell of one’s own muting and role, and of a knock', () => {
    const silence = step({ type: 'stage/silence', seat: seat('ann'), source: 'microphone' }, by('chair'));
    expect(said('ann', [], silence)).toEqual(['The chair has muted your microphone.']);
    expect(said('bob', [], silence)).toEqual([]);
    const promote = step({ type: 'participants/assignRole', seat: seat('ann'), role: 'speaker' }, by('chair'));
    expect(said('ann', [], promote)).toEqual(['Your role is now: Speaker.']);
    expect(said('chair', [], knock('dee'))).toEqual(['dee waits at the door.']);
  });
  it('say nothing when nothing happened', () => {
    expect(said('ann', [raise('ann')])).toEqual([]);
  });
});
