// The connection's table: every cell, and what stays true on any walk through it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  INPUTS,
  PHASES,
  START,
  isFinal,
  step,
  type Input,
  type Line,
  type Order,
} from '../../../client/connection/machine.ts';
import { CELLS } from './machine-cells.ts';

describe('each cell of phase × input', () => {
  const cells = PHASES.flatMap((phase) => INPUTS.map((input) => ({ phase, input, cell: CELLS[phase][input] })));
  test.each(cells)('$phase on $input: $cell', ({ phase, input, cell }) => {
    const before: Line = { phase, attempt: 3 };
    const { line, orders } = step(before, input);
    if (cell === '.') {
      expect(line).toBe(before);
      expect(orders).toEqual([]);
      return;
    }
    const [to, attempt, ...expected] = cell.split(' ');
    expect(line).toEqual({ phase: to, attempt: { '0': 0, '+': 4, '=': 3 }[attempt ?? ''] });
    expect(orders).toEqual(expected);
  });
});

describe('on any walk', () => {
  const walk = fc.array(fc.constantFrom<Input>(...INPUTS), { maxLength: 60 });

  /** What the orders amount to in the world: an open socket, a running wait. */
  const live = (inputs: readonly Input[]): { line: Line; sockets: number; waits: number; told: Order[] } => {
    let line = START;
    let sockets = 0;
    let waits = 0;
    const told: Order[] = [];
    for (const input of inputs) {
      // A wait that is due is over by itself.
      if (input === 'due' && line.phase === 'waiting') waits -= 1;
      const next = step(line, input);
      line = next.line;
      for (const order of next.orders) {
        told.push(order);
        if (order === 'openSocket') sockets += 1;
        if (order === 'closeSocket') sockets -= 1;
        if (order === 'wait') waits += 1;
        if (order === 'stopWaiting') waits -= 1;
        expect(sockets).toBeGreaterThanOrEqual(0);
        expect(sockets).toBeLessThanOrEqual(1);
        expect(waits).toBeGreaterThanOrEqual(0);
        expect(waits).toBeLessThanOrEqual(1);
      }
    }
    return { line, sockets, waits, told };
  };

  test('there is at most one socket and one wait, and each stands only in its own phases', () => {
    fc.assert(
      fc.property(walk, (inputs) => {
        const { line, sockets, waits } = live(inputs);
        expect(sockets).toBe(line.phase === 'opening' || line.phase === 'up' ? 1 : 0);
        expect(waits).toBe(line.phase === 'waiting' ? 1 : 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('no socket is opened without a ticket asked for after the one before', () => {
    fc.assert(
      fc.property(walk, (inputs) => {
        let tickets = 0;
        for (const order of live(inputs).told) {
          if (order === 'askTicket') tickets = 1;
          if (order === 'openSocket') expect(tickets--).toBe(1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('after the end nothing more is done, and from everywhere else there is a way up', () => {
    fc.assert(
      fc.property(walk, (inputs) => {
        let { line } = live(inputs);
        if (line.phase === 'ended') {
          for (const input of INPUTS) expect(step(line, input)).toEqual({ line, orders: [] });
          return;
        }
        for (const input of ['open', 'online', 'due', 'ticket', 'welcome'] as const) line = step(line, input).line;
        expect(line).toEqual({ phase: 'up', attempt: 0 });
      }),
      { numRuns: 1000 },
    );
  });

  test('being told to reload, removed or unknown is for good; anything else is tried again', () => {
    expect(isFinal('protocol/reload')).toBe(true);
    expect(isFinal('protocol/removed')).toBe(true);
    expect(isFinal('protocol/notSeated')).toBe(true);
    expect(isFinal('protocol/unavailable')).toBe(false);
    expect(isFinal('protocol/badTicket')).toBe(false);
  });
});
