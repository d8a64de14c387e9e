// Ten thousand frames that no client sends, half of them made from ones it would: each is one counted error, and nobody else notices.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewFor } from '../../../shared/workshop/view-for.ts';
import { aCommand } from '../../support/random-workshop.ts';
import { RawLine } from '../../support/raw-line.ts';
import { connect } from '../../support/seat-client.ts';
import { startServer } from '../../support/server.ts';
import { gather } from '../../support/workshop-cast.ts';

const FRAMES = 10_000;
const LINES = 4;
const SEED = 20260326;

type Frame = (id: number) => string | Uint8Array;
type Json = Record<string, unknown>;

const event =
  (name: string, ...content: readonly unknown[]): Frame =>
  (id) =>
    `42${id}${JSON.stringify([name, ...content])}`;

const anything = fc.anything({ maxDepth: 3, withNullPrototype: false, withBigInt: false, withDate: false });
const aMessage = fc
  .record({ id: fc.stringMatching(/^[a-z0-9]{8}$/), command: aCommand })
  .map((message) => structuredClone(message) as Json & { command: Json });

/** Wrong in what it says, in a frame that is right. */
const wrongContent: fc.Arbitrary<Frame> = fc.oneof(
  anything.map((what) => event('workshop:command', what)),
  anything.map((what) => event('workshop:catchUp', what)),
  anything.map((what) => event('media:request', what)),
  fc.string().map((name) => event(`x${name}`, {})),
  fc.constantFrom('connect', 'disconnect', 'workshop:entry', '__proto__', 'constructor').map((name) => event(name, {})),
  aMessage.map((message) => event('workshop:command', message, message)),
  aMessage.map(
    (message): Frame =>
      () =>
        `42${JSON.stringify(['workshop:command', message])}`,
  ),
);

/** No frame at all, or one for another machine. */
const wrongFrame: fc.Arbitrary<Frame> = fc.oneof(
  fc.uint8Array({ maxLength: 40 }).map(
    (bytes): Frame =>
      () =>
        bytes,
  ),
  fc.string({ maxLength: 30 }).map(
    (text): Frame =>
      () =>
        `7${text}`,
  ),
  fc
    .constantFrom(
      '4',
      '42',
      '42[',
      '42{}',
      '42[1]',
      '42[[]]',
      '42null',
      '49["a"]',
      '40{"x":',
      '5',
      '6',
      '0',
      '43999[1]',
    )
    .map(
      (text): Frame =>
        () =>
          text,
    ),
  fc
    .constantFrom(
      '2',
      '40',
      '40{}',
      '42/other,["a"]',
      '451-["workshop:command",{"_placeholder":true,"num":0}]',
      '45-1["a"]',
    )
    .map(
      (text): Frame =>
        () =>
          text,
    ),
);

const deep = (() => {
  let text = '1';
  for (let i = 0; i < 500; i += 1) text = `[${text}]`;
  return text;
})();

/** A command as it would be sent, changed in one place of its meaning. */
const changedMeaning: fc.Arbitrary<Frame> = fc
  .tuple(
    aMessage,
    fc.constantFrom('without id', 'bad id', 'extra', 'no type', 'type', 'proto', 'deep', 'actor', 'null', 'huge'),
  )
  .map(([message, how]): Frame => {
    const { command } = message;
    switch (how) {
      case 'without id':
        return event('workshop:command', { command });
      case 'bad id':
        return event('workshop:command', { id: '../../etc', command });
      case 'extra':
        return event('workshop:command', { ...message, command: { ...command, extra: 1 } });
      case 'no type':
        return event('workshop:command', { ...message, command: { ...command, type: undefined } });
      case 'type':
        return event('workshop:command', { ...message, command: { ...command, type: 'toString' } });
      case 'proto':
        return (id) =>
          `42${id}["workshop:command",{"id":"abc","__proto__":{"a":1},"command":${JSON.stringify(command)}}]`;
      case 'deep':
        return (id) => `42${id}["workshop:command",{"id":"abc","command":${deep}}]`;
      case 'actor':
        return event('workshop:command', { ...message, by: { kind: 'host' } });
      case 'null':
        return event('workshop:command', { ...message, command: null });
      default:
        return event('workshop:command', {
          ...message,
          command: { ...command, topic: 'x'.repeat(5_000), type: 'floor/raiseHand' },
        });
    }
  });

/** A frame as it would be sent, with characters lost, doubled or changed. */
const changedText: fc.Arbitrary<Frame> = fc
  .tuple(
    aMessage,
    fc.double({ min: 0, max: 0.999, noNaN: true }),
    fc.constantFrom('cut', 'drop', 'double', 'change'),
    fc.string({ minLength: 1, maxLength: 3 }),
  )
  .map(([message, where, how, other]): Frame => (id) => {
    const text = JSON.stringify(['workshop:command', message]);
    const at = 1 + Math.floor(where * (text.length - 1));
    const changed = {
      cut: text.slice(0, at),
      drop: text.slice(0, at) + text.slice(at + 2),
      double: text.slice(0, at) + text.slice(at - 1),
      change: text.slice(0, at) + other + text.slice(at + 1),
    }[how];
    return `42${id}${changed}`;
  });

const frames: readonly Frame[] = fc.sample(
  fc.oneof(
    { weight: 2, arbitrary: wrongContent },
    { weight: 2, arbitrary: wrongFrame },
    { weight: 2, arbitrary: changedMeaning },
    { weight: 2, arbitrary: changedText },
  ),
  { numRuns: FRAMES, seed: SEED },
);

interface Answer {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
}

test(
  `given ${FRAMES} malformed frames, when they have been sent, then one counted error each and a bystander unharmed`,
  { timeout: 300_000 },
  async () => {
    const log: string[] = [];
    const server = await startServer({
      logLevel: 'info',
      logTo: { write: (line) => void log.push(line) },
      limits: { sockets: { pace: { burst: 1e9, perSecond: 1e9 }, patience: 1e9 } },
    });
    const cast = await gather(server.url);
    const bystander = await cast.admit('Bystander Bo');
    const attacker = await cast.admit('Mallory');
    const { counters } = server.app;
    const malformed = () => counters.of('protocol.malformed') + counters.of('protocol.badTicket');
    log.length = 0;
    let understood = 0;
    let cuts = 0;
    const failures: string[] = [];

    // One line at a time counts, so that each frame's own count is known; the others only take turns with it.
    let line = await RawLine.open(server.url, attacker.key);
    for (const [index, frame] of frames.entries()) {
      if (line.isClosed || index % Math.ceil(FRAMES / LINES) === 0) {
        if (!line.isClosed) {
          line.close();
          await line.closed;
        }
        line = await RawLine.open(server.url, attacker.key);
      }
      const before = malformed();
      const id = line.nextId();
      let answer: Answer | undefined;
      void line.answer(id).then((given) => (answer = given as Answer));
      const sent = frame(id);
      line.send(sent);
      const isUp = await line.settle();
      if (!isUp) cuts += 1;
      const wasUnderstood = answer !== undefined && answer.error?.code !== 'protocol/malformed';
      if (wasUnderstood) understood += 1;
      const counted = malformed() - before;
      if (counted !== (wasUnderstood ? 0 : 1))
        failures.push(`${counted} ${String(isUp)} ${JSON.stringify(answer)}: ${String(sent).slice(0, 200)}`);
    }

    expect(failures).toEqual([]);
    expect(understood).toBeLessThan(FRAMES / 10);
    expect(cuts).toBeGreaterThan(100);
    expect(counters.of('faults')).toBe(0);
    expect(log).toEqual([]);

    expect(bystander.socket.connected).toBe(true);
    expect(bystander.goodbye).toBeNull();
    expect(await bystander.send({ type: 'floor/lowerHand' })).toHaveProperty('ok');
    const running = await server.app.registry.find(cast.founded.workshop as never);
    const late = await connect(server.url, bystander.key);
    const state = running?.room.state;
    if (!state || !late.welcome) throw new Error('the workshop is gone');
    expect(late.welcome.view).toEqual(JSON.parse(JSON.stringify(viewFor(state, late.welcome.seat))));
    expect('a' in {}).toBe(false);
  },
);
