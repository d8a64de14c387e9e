// Who is large and who in the strip, and which pictures are asked for.
import { describe, expect, it } from 'vitest';
import { arrange, columnsFor, tileKey, type Layout, type Seen } from '../../../client/features/stage/arrangement.ts';
import { Watching } from '../../../client/features/stage/watching.ts';
import { by, liveWorkshop, play, seat, step, type Step } from '../../support/workshop-spec.ts';

const seen = (over: Partial<Seen> = {}): Seen => ({ self: seat('ann'), remote: [], heard: null, ...over });

const arranged = (steps: readonly Step[], with_: Seen, layout: Layout = 'speaker') => {
  const { large, strip } = arrange(play([...liveWorkshop, ...steps]).state, with_, layout);
  return { large: large.map(tileKey), strip: strip.map(tileKey) };
};
const give = (name: string): Step => step({ type: 'floor/give', seat: seat(name) }, by('chair'));

describe('the speaker view', () => {
  it('shows the holder of the floor large and the others in the strip, observers not at all', () => {
    expect(arranged([give('bob')], seen())).toEqual({
      large: ['camera:bob'],
      strip: ['camera:chair', 'camera:co', 'camera:ann'],
    });
  });
  it('shows whom the desk spotlights instead', () => {
    const lit = step({ type: 'stage/spotlight', seat: seat('co') }, by('chair'));
    expect(arranged([give('bob'), lit], seen()).large).toEqual(['camera:co']);
  });
  it('without a holder shows who was heard last, else somebody else than oneself', () => {
    expect(arranged([], seen({ heard: seat('co') })).large).toEqual(['camera:co']);
    expect(arranged([], seen()).large).toEqual(['camera:bob']);
    expect(arranged([], seen({ heard: seat('nobody') })).large).toEqual(['camera:bob']);
  });
  it('gives a shared screen the large place, the holder first in the strip, hands next in their order', () => {
    const hands = ['bob', 'ann'].map((name) => step({ type: 'floor/raiseHand' }, by(name)));
    const remote = [{ seat: seat('co'), source: 'screen' as const }];
    expect(arranged([give('co'), ...hands], seen({ remote }))).toEqual({
      large: ['screen:co'],
      strip: ['camera:co', 'camera:bob', 'camera:ann', 'camera:chair'],
    });
  });
});

describe('the grid', () => {
  it('shows all, screens first', () => {
    const remote = [{ seat: seat('co'), source: 'screen' as const }];
    expect(arranged([], seen({ remote }), 'grid')).toEqual({
      large: ['screen:co', 'camera:bob', 'camera:chair', 'camera:co', 'camera:ann'],
      strip: [],
    });
  });
  it('has as many columns as keep the tiles large', () => {
    expect([0, 1, 2, 4, 5, 9, 10].map((tiles) => columnsFor(tiles))).toEqual([1, 1, 2, 2, 3, 3, 4]);
  });
});

describe('watching', () => {
  const turn = (): Promise<void> => Promise.resolve();
  const watched = () => {
    const told: string[] = [];
    const watching = new Watching({ watch: (who, source, size) => void told.push(`${who} ${source} ${size}`) });
    return { told, watching };
  };
  it('does not stop a picture that moves from the strip to the stage in one turn', async () => {
    const { told, watching } = watched();
    const [strip, large] = [{}, {}];
    watching.want(strip, seat('bob'), 'camera', 'small');
    await turn();
    watching.want(large, seat('bob'), 'camera', 'large');
    watching.want(strip, seat('bob'), 'camera', null);
    await turn();
    expect(told).toEqual(['bob camera small', 'bob camera large']);
  });
  it('asks for the largest size wanted, tells only changes, and stops when nobody looks', async () => {
    const { told, watching } = watched();
    const [one, two] = [{}, {}];
    watching.want(one, seat('bob'), 'camera', 'medium');
    watching.want(two, seat('bob'), 'camera', 'small');
    await turn();
    watching.want(two, seat('bob'), 'camera', null);
    await turn();
    watching.want(one, seat('bob'), 'camera', null);
    await turn();
    expect(told).toEqual(['bob camera medium', 'bob camera null']);
  });
});
