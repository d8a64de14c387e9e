// What each mode fetches of what is drawn: sound is never touched, a screen stays readable, faces go first.
import { describe, expect, it } from 'vitest';
import { keepsCamera, MODES, pictureIn } from '../../../client/media/mode.ts';

describe('a large face and a large screen', () => {
  it.each([
    ['full', 'large', 'large', true],
    ['saver', 'small', 'large', true],
    ['slides', null, 'large', false],
    ['audio', null, null, false],
  ] as const)('in %s: %s, %s; the own camera stays: %s', (mode, face, screen, camera) => {
    expect(pictureIn(mode, 'camera', 'large')).toBe(face);
    expect(pictureIn(mode, 'screen', 'large')).toBe(screen);
    expect(keepsCamera(mode)).toBe(camera);
  });
});

it('no mode fetches more than is drawn', () => {
  for (const mode of MODES) expect([null, 'small']).toContain(pictureIn(mode, 'camera', 'small'));
});
