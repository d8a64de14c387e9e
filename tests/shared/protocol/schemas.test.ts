import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileRefusal } from '../../../server/ports.ts';
import { type FileRefusalCode, refusals } from '../../../shared/languages/areas/refusals.ts';
import { dtlsParameters, mediaRequest } from '../../../shared/protocol/media-schemas.ts';
import { commandMessage, commandSchema, handshakeSchema } from '../../../shared/protocol/schemas.ts';
import { aCommand } from '../../support/random-workshop.ts';
import { item, plan, seat } from '../../support/workshop-spec.ts';

const accepts = (command: unknown): boolean => commandSchema.safeParse(command).success;

test('every command the rules know passes unchanged', () => {
  fc.assert(
    fc.property(aCommand, (command) => {
      expect(commandSchema.parse(command)).toEqual(command);
    }),
  );
});

test('a command with one word too many is refused', () => {
  fc.assert(
    fc.property(aCommand, (command) => {
      expect(accepts({ ...command, by: { kind: 'host' } })).toBe(false);
    }),
  );
});

test('whatever arrives, checking it does not throw', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(accepts(value)).toBe(false);
    }),
  );
});

test('ids that objects carry already are refused', () => {
  for (const name of ['__proto__', 'constructor', 'toString', '', 'a b', 'x'.repeat(65)])
    expect(accepts({ type: 'floor/give', seat: name })).toBe(false);
  expect(accepts({ type: 'floor/give', seat: seat('ann') })).toBe(true);
});

test('text is trimmed, composed, bounded and free of control characters', () => {
  expect(commandSchema.parse({ type: 'floor/raiseHand', topic: '  Cafe\u0301 ' })).toEqual({
    type: 'floor/raiseHand',
    topic: 'Caf\u00e9',
  });
  for (const topic of ['', '   ', 'x'.repeat(121), 'a\u0000b', 'a\nb', 'a\u202eb'])
    expect([topic, accepts({ type: 'floor/raiseHand', topic })]).toEqual([topic, false]);
});

test('a text exists in one language at least, a plan within its bounds', () => {
  const add = (over: object) => accepts({ type: 'agenda/add', item: item('one'), plan: { ...plan(), ...over } });
  expect(add({})).toBe(true);
  for (const over of [
    { title: {} },
    { title: { fr: 'x' } },
    { minutes: 0 },
    { minutes: 601 },
    { minutes: 1.5 },
    { kind: 'lunch' },
  ])
    expect([over, add(over)]).toEqual([over, false]);
});

test('a message carries an id, a handshake a ticket', () => {
  const command = { type: 'floor/yield' };
  expect(commandMessage.safeParse({ id: 'c1', command }).success).toBe(true);
  expect(commandMessage.safeParse({ command }).success).toBe(false);
  expect(commandMessage.safeParse({ id: 'c1', command, seat: 'ann' }).success).toBe(false);
  expect(handshakeSchema.safeParse({ ticket: 't', protocol: 1 }).success).toBe(true);
  expect(handshakeSchema.safeParse({ ticket: '', protocol: 1 }).success).toBe(false);
});

const fingerprint = { algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') };

test('fingerprints that would harm a worker do not pass', () => {
  expect(dtlsParameters.safeParse({ role: 'client', fingerprints: [fingerprint] }).success).toBe(true);
  for (const fingerprints of [
    [],
    Array.from({ length: 9 }, () => fingerprint),
    [{ ...fingerprint, algorithm: 'md5' }],
    [{ ...fingerprint, value: 'AB' }],
    [{ ...fingerprint, value: 7 }],
    [null],
    undefined,
  ])
    expect(dtlsParameters.safeParse({ role: 'client', fingerprints }).success).toBe(false);
});

test('a media request is strict at its envelope', () => {
  expect(mediaRequest.safeParse({ method: 'enter' }).success).toBe(true);
  for (const request of [
    { method: 'enter', seat: 'ann' },
    { method: 'explode' },
    { method: 'preferLayers', consumerId: 'a1', spatial: 3 },
    { method: 'consume', producerId: '../x' },
    {
      method: 'produce',
      transportId: 'a1',
      kind: 'video',
      source: 'camera',
      paused: false,
      rtpParameters: { codecs: [] },
    },
  ])
    expect([request.method, mediaRequest.safeParse(request).success]).toEqual([request.method, false]);
});

test('every No has its words in both languages, and files’ words are the server’s', () => {
  const same: [FileRefusal] extends [FileRefusalCode]
    ? [FileRefusalCode] extends [FileRefusal]
      ? true
      : false
    : false = true;
  expect(same).toBe(true);
  for (const phrases of Object.values(refusals))
    for (const phrase of Object.values(phrases)) expect(phrase).toMatch(/[.。]$/);
});
