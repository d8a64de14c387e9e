// Tickets: what opens a socket, and everything that must not.
import { SignJWT, UnsecuredJWT, generateKeyPair, exportSPKI } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTickets, type Tickets } from '../../../server/accounts/tickets.ts';
import { createMint } from '../../../server/mint.ts';
import { id, type SeatId, type WorkshopId } from '../../../shared/kernel/ids.ts';
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts';

const holder = { workshop: id<WorkshopId>('w1'), seat: id<SeatId>('s1') };
const secret = createMint().secret();
const key = Buffer.from(secret, 'base64url');
let clock: ManualClock;
let tickets: Tickets;

beforeEach(() => {
  clock = createManualClock();
  tickets = createTickets(secret, clock, createMint());
});

const claims = { workshop: 'w1', sub: 's1', jti: 'abc', iss: 'plenary', aud: 'socket' };
const inSeconds = (more: number): number => Math.floor(clock.now() / 1000) + more;
const forged = (more: Record<string, unknown>, signedWith: Uint8Array = key, alg = 'HS256'): Promise<string> =>
  new SignJWT({ ...claims, exp: inSeconds(30), ...more }).setProtectedHeader({ alg }).sign(signedWith);

describe('a ticket', () => {
  test('given it is fresh, when redeemed for its audience, then it names its holder, once', async () => {
    const { ticket, expiresAt } = await tickets.issue('socket', holder);
    expect(expiresAt - clock.now()).toBeLessThanOrEqual(60_000);
    expect(await tickets.redeem('socket', ticket)).toEqual(holder);
    expect(await tickets.redeem('socket', ticket)).toBeNull();
  });

  test('given two try it at the same moment, when redeemed, then one of them gets in', async () => {
    const { ticket } = await tickets.issue('socket', holder);
    const both = await Promise.all([tickets.redeem('socket', ticket), tickets.redeem('socket', ticket)]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  test('given it is for the notes, when redeemed at the socket, then null', async () => {
    const { ticket } = await tickets.issue('notes', holder);
    expect(await tickets.redeem('socket', ticket)).toBeNull();
    expect(await tickets.redeem('notes', ticket)).toEqual(holder);
  });

  test('given a minute has passed by our clock, when redeemed, then null, used before or not', async () => {
    const [used, unused] = [await tickets.issue('socket', holder), await tickets.issue('socket', holder)];
    await tickets.redeem('socket', used.ticket);
    clock.advance(60_001);
    expect(await tickets.redeem('socket', used.ticket)).toBeNull();
    expect(await tickets.redeem('socket', unused.ticket)).toBeNull();
  });
});

describe('a forged ticket', () => {
  test('given one signed with the key as it should be, when redeemed, then it opens: the rest fails for its own reason', async () => {
    expect(await tickets.redeem('socket', await forged({}))).toEqual(holder);
  });

  test.each([
    ['no expiry', { exp: undefined }],
    ['no id', { jti: undefined }],
    ['an id that is no id', { jti: '../x' }],
    ['no seat', { sub: undefined }],
    ['no workshop', { workshop: undefined }],
    ['a workshop that is an object', { workshop: { $ne: '' } }],
    ['a seat named constructor', { sub: 'constructor' }],
    ['no audience', { aud: undefined }],
    ['another issuer', { iss: 'somebody' }],
    ['expiry in the past', { exp: 1 }],
  ])('given %s, when redeemed, then null', async (_what, more) => {
    expect(await tickets.redeem('socket', await forged(more))).toBeNull();
  });

  test('given alg none, when redeemed, then null', async () => {
    const unsigned = new UnsecuredJWT({ ...claims, exp: inSeconds(30) }).encode();
    expect(await tickets.redeem('socket', unsigned)).toBeNull();
    expect(await tickets.redeem('socket', unsigned.replace(/\.$/, ''))).toBeNull();
  });

  test.each(['HS384', 'HS512'])(
    'given %s with the right key, when redeemed, then null: the algorithm is pinned',
    async (alg) => {
      expect(await tickets.redeem('socket', await forged({}, Buffer.alloc(64, 1), alg))).toBeNull();
      expect(await tickets.redeem('socket', await forged({}, Buffer.concat([key, key]), alg))).toBeNull();
    },
  );

  test('given a public key used as a shared secret, when redeemed, then null', async () => {
    const { publicKey } = await generateKeyPair('RS256', { extractable: true });
    expect(await tickets.redeem('socket', await forged({}, Buffer.from(await exportSPKI(publicKey))))).toBeNull();
  });

  test.each(['', '.', '..', 'a.b.c', 'null', '{}', 'x'.repeat(2000)])(
    'given %j, when redeemed, then null',
    async (text) => {
      expect(await tickets.redeem('socket', text)).toBeNull();
    },
  );

  test('given another installation issued it, when redeemed here, then null', async () => {
    const others = createTickets(createMint().secret(), clock, createMint());
    expect(await tickets.redeem('socket', (await others.issue('socket', holder)).ticket)).toBeNull();
  });
});
