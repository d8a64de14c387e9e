// Every way in which a seat can be over has its words in both languages and something to do next.
import { describe, expect, test, vi } from 'vitest';
import { overSteps, overWords, type Over } from '../../../client/features/workshop/over.ts';
import { LANGUAGES } from '../../../shared/kernel/language.ts';
import { say } from '../../../shared/languages/area.ts';
import { doorArea } from '../../../shared/languages/areas/door.ts';

const OVER: readonly Over[] = [
  'left',
  'protocol/badTicket',
  'protocol/reload',
  'protocol/malformed',
  'protocol/tooFast',
  'protocol/tooLarge',
  'protocol/removed',
  'protocol/notSeated',
  'protocol/elsewhere',
  'protocol/unavailable',
  'protocol/fault',
];

describe.each(OVER)('given a seat that is over by %s', (over) => {
  test.each(LANGUAGES)('then %s says so, and the last step leads out', (language) => {
    const { heading, text } = overWords(over);
    const steps = overSteps(over, language, { comeBack: () => undefined, forget: () => undefined });
    expect(say(doorArea, language, heading)).not.toBe('');
    expect(say(doorArea, language, text)).not.toBe('');
    expect(steps.at(-1)?.path).toBe('/');
  });
});

test('whose seat went to another tab may take it back', () => {
  const comeBack = vi.fn();
  overSteps('protocol/elsewhere', 'en', { comeBack, forget: () => undefined })[0]?.act?.();
  expect(comeBack).toHaveBeenCalledOnce();
});

test('who left comes back to the seat; who was removed is led to the door and to no seat', () => {
  const [comeBack, forget] = [vi.fn(), vi.fn()];
  overSteps('left', 'en', { comeBack, forget })[0]?.act?.();
  expect([comeBack.mock.calls.length, forget.mock.calls.length]).toEqual([1, 0]);
  overSteps('protocol/removed', 'en', { comeBack, forget })[0]?.act?.();
  expect([comeBack.mock.calls.length, forget.mock.calls.length]).toEqual([1, 1]);
});
