// The media gateway at the border: who is let through, what is checked, what is told. The plane behind it is the real one.
import { EventEmitter } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveMedia } from '../../../server/gateway/media-gateway.ts';
import { createMediaPlane } from '../../../server/media/mediasoup/media-plane.ts';
import { Fault } from '../../../server/faults.ts';
import type { MediaPlane, MediaRoom } from '../../../server/ports.ts';
import type { SeatId, WorkshopId } from '../../../shared/kernel/ids.ts';
import type { MediaNotice } from '../../../shared/protocol/media-messages.ts';
import { MediaParticipant } from '../../support/media-participant.ts';
import { planeOptions } from '../../support/plane-options.ts';

/** The other end of a socket: what Socket.IO would hand to the gateway. */
class Wire extends EventEmitter {
  connected = true;
  readonly notices: MediaNotice[] = [];

  override emit(event: string, ...args: unknown[]): boolean {
    if (event === 'media:notice') return this.notices.push(args[0] as MediaNotice) > 0;
    return super.emit(event, ...args);
  }

  ask(message: unknown): Promise<unknown> {
    return new Promise((resolve) => void this.emit('media:request', message, resolve));
  }

  disconnect(): void {
    this.connected = false;
    this.emit('disconnect');
  }
}

describe('media gateway', () => {
  let plane: MediaPlane;
  let room: MediaRoom;
  let wire: Wire;
  let seated: boolean;
  let malformed: number;
  let faults: object[];
  let openRoom: () => Promise<MediaRoom>;

  beforeAll(async () => {
    plane = await createMediaPlane(await planeOptions(1));
  });
  afterAll(() => plane.close());

  beforeEach(async () => {
    room = await plane.open('gate' as WorkshopId, { mayPublish: () => true, isSilenced: () => false });
    wire = new Wire();
    seated = true;
    malformed = 0;
    faults = [];
    openRoom = () => Promise.resolve(room);
    serveMedia({
      socket: wire,
      seat: 'ann' as SeatId,
      mayAttend: () => seated,
      openRoom: () => openRoom(),
      countMalformed: () => (malformed += 1),
      log: { error: (fields) => faults.push(fields) },
    });
  });

  it('lets a seated person enter, and ends their place with the connection', async () => {
    const other = new MediaParticipant(room, 'bob' as SeatId);
    const line = await other.settle();
    expect(await wire.ask({ method: 'enter' })).toMatchObject({ ok: true });
    expect(await wire.ask({ method: 'attend', rtpCapabilities: { codecs: [] } })).toEqual({
      ok: true,
      answer: { producers: [] },
    });
    await other.publish(line.send, 'camera');
    expect(wire.notices.map(({ type }) => type)).toEqual(['producerAdded']);
    wire.disconnect();
    await other.publish(line.send, 'microphone');
    expect(wire.notices).toHaveLength(1);
  });

  it('refuses those who wait, and tells nothing more to those who lost their seat', async () => {
    const other = new MediaParticipant(room, 'bob' as SeatId);
    const line = await other.settle();
    seated = false;
    const refused = { ok: false, error: { code: 'protocol/notSeated' } };
    expect(await wire.ask({ method: 'enter' })).toEqual(refused);
    seated = true;
    await wire.ask({ method: 'enter' });
    await wire.ask({ method: 'attend', rtpCapabilities: { codecs: [] } });
    seated = false;
    await other.publish(line.send, 'camera');
    expect(wire.notices).toEqual([]);
    expect(await wire.ask({ method: 'createTransport', direction: 'send' })).toEqual(refused);
  });

  it('enters nobody whose connection ended while the room was opening', async () => {
    let open = (): void => undefined;
    openRoom = () => new Promise((resolve) => (open = () => resolve(room)));
    const asked = wire.ask({ method: 'enter' });
    wire.disconnect();
    open();
    expect(await asked).toEqual({ ok: false, error: { code: 'protocol/notSeated' } });
  });

  it('names where a malformed message is wrong, counts it, and survives one without acknowledgement', async () => {
    const noFingerprint = { method: 'connectTransport', transportId: 'ab', dtlsParameters: { fingerprints: [] } };
    expect(await wire.ask(noFingerprint)).toEqual({
      ok: false,
      error: { code: 'protocol/malformed', detail: 'dtlsParameters.fingerprints' },
    });
    for (const message of [null, 7, 'enter', {}, { method: 'constructor' }, { method: 'enter', seat: 'bob' }]) {
      expect(await wire.ask(message)).toMatchObject({ ok: false, error: { code: 'protocol/malformed' } });
    }
    wire.emit('media:request', { method: 'enter' });
    expect(malformed).toBe(8);
  });

  it('slows down whoever asks without end', async () => {
    const replies = await Promise.all(
      Array.from({ length: 1200 }, () => wire.ask({ method: 'closeProducer', producerId: 'a' })),
    );
    expect(replies).toContainEqual({ ok: false, error: { code: 'protocol/tooFast' } });
    expect(replies[0]).toEqual({ ok: false, error: { code: 'media/notEntered' } });
  });

  it('says unavailable when there is no worker, and keeps the reason to itself', async () => {
    openRoom = () => Promise.reject(new Fault('media/noWorker', 'secret reason'));
    expect(await wire.ask({ method: 'enter' })).toEqual({ ok: false, error: { code: 'protocol/unavailable' } });
    expect(faults).toHaveLength(1);
  });
});
