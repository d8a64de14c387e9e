// Pins, slides, pages of the grid, and what a page of it weighs.
import { describe, expect, it } from 'vitest';
import { arrange, columnsFor, MOST_ON_A_PAGE, pageSize, tileKey } from '../../../client/features/stage/arrangement.ts';
import { pageOf } from '../../../client/features/stage/pages.ts';
import { mostFor, sizeFor } from '../../../client/features/stage/picture-size.ts';
import { CAMERA, LAYER } from '../../../client/media/mediasoup/encodings.ts';
import { by, liveWorkshop, play, seat, step } from '../../support/workshop-spec.ts';

const { state } = play([...liveWorkshop, step({ type: 'floor/give', seat: seat('bob') }, by('chair'))]);
const seen = { self: seat('ann'), remote: [], heard: null };
const keys = ({ large, strip, slides }: ReturnType<typeof arrange>) => ({
  slides,
  large: large.map(tileKey),
  strip: strip.map(tileKey),
});

describe('with slides on the stage', () => {
  it('they have the large place; who speaks stands first in the strip, or alone beside them', () => {
    expect(keys(arrange(state, { ...seen, slides: true }, 'speaker'))).toEqual({
      slides: true,
      large: [],
      strip: ['camera:bob', 'camera:chair', 'camera:co', 'camera:ann'],
    });
    expect(keys(arrange(state, { ...seen, slides: true }, 'slides')).strip).toEqual(['camera:bob']);
    expect(keys(arrange(state, seen, 'slides'))).toEqual(keys(arrange(state, seen, 'speaker')));
  });
});

describe('a pin', () => {
  it('makes one tile large whoever speaks, beside slides, and first of the grid', () => {
    const pinned = { ...seen, pinned: 'camera:co' };
    expect(keys(arrange(state, pinned, 'speaker'))).toEqual({
      slides: false,
      large: ['camera:co'],
      strip: ['camera:bob', 'camera:chair', 'camera:ann'],
    });
    expect(keys(arrange(state, { ...pinned, slides: true }, 'slides'))).toMatchObject({
      slides: true,
      large: ['camera:co'],
    });
    expect(keys(arrange(state, pinned, 'grid')).large[0]).toBe('camera:co');
  });
  it('of somebody who is no longer here changes nothing', () => {
    expect(arrange(state, { ...seen, pinned: 'camera:gone' }, 'speaker')).toEqual(arrange(state, seen, 'speaker'));
  });
});

describe('the pages of the grid', () => {
  it('hold what can be told apart in the field, and never more than twenty', () => {
    const fields = [
      { width: 320, height: 180 },
      { width: 760, height: 400 },
      { width: 2560, height: 1400 },
    ];
    expect(fields.map(pageSize)).toEqual([4, 20, MOST_ON_A_PAGE]);
  });
  it('are clamped when people leave', () => {
    const tiles = Array.from({ length: 23 }, (_, at) => at);
    expect(pageOf(tiles, 1, 20)).toEqual({ tiles: [20, 21, 22], page: 1, pages: 2 });
    expect(pageOf(tiles.slice(0, 5), 1, 20)).toMatchObject({ page: 0, pages: 1 });
  });
  it('stand in columns that follow the field: one above the other on a phone', () => {
    expect(columnsFor(2, { width: 320, height: 400 })).toBe(1);
    expect(columnsFor(3, { width: 1200, height: 250 })).toBe(3);
  });
});

describe('what is fetched', () => {
  it('a page of twenty weighs less than 3 Mbit/s with six voices, on any screen', () => {
    const SOUND = 40_000;
    for (const [width, ratio] of [
      [1440, 1],
      [3840, 2],
    ] as const) {
      const size = sizeFor(width / 5, ratio, mostFor(MOST_ON_A_PAGE));
      const picture = CAMERA[LAYER[size]]?.maxBitrate ?? Infinity;
      expect(MOST_ON_A_PAGE * picture + 6 * SOUND).toBeLessThan(3_000_000);
    }
  });
  it('follows how large a tile is drawn, up to its share', () => {
    expect([190, 400, 1200].map((width) => sizeFor(width, 1, 'large'))).toEqual(['small', 'medium', 'large']);
    expect(sizeFor(1200, 2, 'small')).toBe('small');
    expect(sizeFor(340, 3, 'large')).toBe('medium');
  });
});
