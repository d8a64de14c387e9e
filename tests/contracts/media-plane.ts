// What every media plane must keep, whatever carries it. Run it over each adapter.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeatId, WorkshopId } from '../../shared/kernel/ids.ts';
import type { Source } from '../../shared/workshop/stage/types.ts';
import type { MediaPlane, MediaRoom, MediaRules } from '../../server/ports.ts';
import { dtls, MediaParticipant, pictureParameters, soundParameters } from '../support/media-participant.ts';

const ann = 'ann' as SeatId;
const bob = 'bob' as SeatId;
let workshops = 0;

/** Facts that a test turns by hand. */
class Facts implements MediaRules {
  readonly forbidden = new Set<string>();
  readonly silenced = new Set<string>();
  mayPublish(seat: SeatId, source: Source): boolean {
    return !this.forbidden.has(`${seat}/${source}`);
  }
  isSilenced(seat: SeatId, source: Source): boolean {
    return this.silenced.has(`${seat}/${source}`);
  }
}

export const mediaPlaneContract = (name: string, open: () => Promise<MediaPlane>): void => {
  describe(`media plane: ${name}`, () => {
    let plane: MediaPlane;
    beforeAll(async () => {
      plane = await open();
    });
    afterAll(() => plane.close());

    const given = async (): Promise<{ room: MediaRoom; facts: Facts; a: MediaParticipant; b: MediaParticipant }> => {
      const facts = new Facts();
      const room = await plane.open(`workshop${workshops++}` as WorkshopId, facts);
      return { room, facts, a: new MediaParticipant(room, ann), b: new MediaParticipant(room, bob) };
    };

    it('answers nothing but enter before enter', async () => {
      const { a, room } = await given();
      expect(await a.request('createTransport', { direction: 'send' })).toEqual({
        ok: false,
        error: { code: 'media/notEntered' },
      });
      expect(await a.request('enter', {})).toMatchObject({ ok: true, answer: { iceServers: [] } });
      room.close();
    });

    it('tells who attends of what appears, and who attends later of what is there', async () => {
      const { a, b, room } = await given();
      const [line] = await Promise.all([a.settle(), b.settle()]);
      const producerId = await a.publish(line.send, 'camera');
      const added = { producerId, seat: ann, source: 'camera', paused: false };
      expect((await b.notice('producerAdded')).producer).toEqual(added);
      const late = new MediaParticipant(room, 'late' as SeatId);
      await late.must('enter', {});
      const { producers } = await late.must('attend', { rtpCapabilities: { codecs: [] } });
      expect(producers).toEqual([added]);
      expect(a.heard).toEqual([]);
      room.close();
    });

    it('tells nothing to a seat that has not attended', async () => {
      const { a, b, room } = await given();
      const line = await a.settle();
      await b.must('enter', {});
      await a.publish(line.send, 'microphone');
      expect(b.heard).toEqual([]);
      room.close();
    });

    it('consumes paused, then resumes, pauses, changes layers and closes', async () => {
      const { a, b, room } = await given();
      const [line] = await Promise.all([a.settle(), b.settle()]);
      const producerId = await a.publish(line.send, 'camera');
      const offer = await b.must('consume', { producerId });
      expect(offer).toMatchObject({ producerId, kind: 'video', producerPaused: false });
      const { consumerId } = offer;
      for (const method of ['resumeConsumer', 'pauseConsumer'] as const) {
        expect(await b.request(method, { consumerId })).toEqual({ ok: true, answer: {} });
      }
      expect(await b.request('preferLayers', { consumerId, spatial: 0 })).toEqual({ ok: true, answer: {} });
      expect(await b.request('closeConsumer', { consumerId })).toEqual({ ok: true, answer: {} });
      expect(await b.request('resumeConsumer', { consumerId })).toMatchObject({ error: { code: 'media/unknownId' } });
      room.close();
    });

    it('knows no ids of another seat', async () => {
      const { a, b, room } = await given();
      const [line, other] = await Promise.all([a.settle(), b.settle()]);
      const producerId = await a.publish(line.send, 'microphone');
      const { consumerId } = await b.must('consume', { producerId });
      const foreign = { ok: false, error: { code: 'media/unknownId' } };
      const { send: transportId } = line;
      expect(await b.request('connectTransport', { transportId, dtlsParameters: dtls })).toEqual(foreign);
      expect(await b.request('restartIce', { transportId })).toEqual(foreign);
      for (const method of ['pauseProducer', 'resumeProducer', 'closeProducer'] as const) {
        expect(await b.request(method, { producerId })).toEqual(foreign);
      }
      for (const method of ['pauseConsumer', 'resumeConsumer', 'closeConsumer'] as const) {
        expect(await a.request(method, { consumerId })).toEqual(foreign);
      }
      expect(await a.request('preferLayers', { consumerId, spatial: 1 })).toEqual(foreign);
      expect(await a.request('consume', { producerId })).toEqual(foreign);
      const ask = { kind: 'audio', source: 'microphone', paused: false } as const;
      expect(await b.request('produce', { ...ask, transportId, rtpParameters: soundParameters() })).toEqual(foreign);
      const wrongWay = { ...ask, transportId: other.receive, rtpParameters: soundParameters() };
      expect(await b.request('produce', wrongWay)).toEqual(foreign);
      room.close();
    });

    it('limits each seat: two transports a direction, one producer a source', async () => {
      const { a, room } = await given();
      const { send } = await a.settle();
      const tries = [1, 2, 3].map(() => a.request('createTransport', { direction: 'send' }));
      const made = (await Promise.all(tries)).filter(({ ok }) => ok);
      expect(made).toHaveLength(1);
      await a.publish(send, 'camera');
      const again = { transportId: send, kind: 'video', source: 'camera', paused: false } as const;
      expect(await a.request('produce', { ...again, rtpParameters: pictureParameters() })).toMatchObject({
        error: { code: 'media/tooMany' },
      });
      room.close();
    });

    it('asks the facts before anybody is heard or seen', async () => {
      const { a, room, facts } = await given();
      const { send } = await a.settle();
      facts.forbidden.add('ann/screen');
      const ask = { transportId: send, kind: 'video', source: 'screen', paused: false } as const;
      expect(await a.request('produce', { ...ask, rtpParameters: pictureParameters() })).toEqual({
        ok: false,
        error: { code: 'media/notAllowed' },
      });
      room.close();
    });

    it('takes the sound of a shared screen beside its picture, once, and withdraws both together', async () => {
      const { a, b, room } = await given();
      const [line] = await Promise.all([a.settle(), b.settle()]);
      const picture = await a.publish(line.send, 'screen');
      const sound = { transportId: line.send, kind: 'audio', source: 'screen', paused: false } as const;
      const { producerId } = await a.must('produce', { ...sound, rtpParameters: soundParameters() });
      const added = b.heard.flatMap((notice) => (notice.type === 'producerAdded' ? [notice.producer] : []));
      expect(added).toEqual([
        { producerId: picture, seat: ann, source: 'screen', paused: false },
        { producerId, seat: ann, source: 'screen', sound: true, paused: false },
      ]);
      expect(await a.request('produce', { ...sound, rtpParameters: soundParameters() })).toMatchObject({
        error: { code: 'media/tooMany' },
      });
      room.obey([{ kind: 'withdraw', seat: ann, source: 'screen' }]);
      const gone = b.heard.flatMap((notice) => (notice.type === 'producerClosed' ? [notice.producerId] : []));
      expect(gone).toEqual([picture, producerId]);
      room.close();
    });

    it('lets sound flow only when neither the person nor the chair has muted it', async () => {
      const { a, b, room, facts } = await given();
      const [line] = await Promise.all([a.settle(), b.settle()]);
      const producerId = await a.publish(line.send, 'microphone');
      const silence = (on: boolean): void => {
        if (on) facts.silenced.add('ann/microphone');
        else facts.silenced.delete('ann/microphone');
        room.obey([{ kind: on ? 'pause' : 'resume', seat: ann, source: 'microphone' }]);
      };
      silence(true);
      expect(await b.notice('producerPaused')).toEqual({ type: 'producerPaused', producerId });
      await a.must('resumeProducer', { producerId });
      expect((await b.must('consume', { producerId })).producerPaused).toBe(true);
      await a.must('pauseProducer', { producerId });
      silence(false);
      await a.must('resumeProducer', { producerId });
      expect(await b.notice('producerResumed')).toEqual({ type: 'producerResumed', producerId });
      expect(b.heard.filter(({ type }) => type === 'producerResumed' || type === 'producerPaused')).toEqual([]);
      room.close();
    });

    it('starts silent what the chair has silenced already', async () => {
      const { a, b, room, facts } = await given();
      const [line] = await Promise.all([a.settle(), b.settle()]);
      facts.silenced.add('ann/microphone');
      await a.publish(line.send, 'microphone');
      expect((await b.notice('producerAdded')).producer.paused).toBe(true);
      room.close();
    });

    it('withdraws a source and unseats a person when ordered', async () => {
      const { a, b, room } = await given();
      const [line] = await Promise.all([a.settle(), b.settle()]);
      const screen = await a.publish(line.send, 'screen');
      const { consumerId } = await b.must('consume', { producerId: screen });
      room.obey([{ kind: 'withdraw', seat: ann, source: 'screen' }]);
      expect((await b.notice('producerClosed')).producerId).toBe(screen);
      expect((await b.notice('consumerClosed')).consumerId).toBe(consumerId);
      const camera = await a.publish(line.send, 'camera');
      room.obey([{ kind: 'unseat', seat: ann }]);
      expect((await b.notice('producerClosed')).producerId).toBe(camera);
      expect(await a.request('enter', {})).toMatchObject({ error: { code: 'media/notEntered' } });
      room.close();
    });

    it('closes the first of two entries of the same seat', async () => {
      const { a, b, room } = await given();
      const [line] = await Promise.all([a.settle(), b.settle()]);
      const first = await a.publish(line.send, 'camera');
      const again = new MediaParticipant(room, ann);
      expect((await b.notice('producerClosed')).producerId).toBe(first);
      const second = await again.settle();
      await again.publish(second.send, 'camera');
      a.seat.leave();
      const late = new MediaParticipant(room, 'late' as SeatId);
      await late.must('enter', {});
      const { producers } = await late.must('attend', { rtpCapabilities: { codecs: [] } });
      expect(producers.map(({ seat }) => seat)).toEqual([ann]);
      expect(await a.request('restartIce', { transportId: line.send })).toMatchObject({
        error: { code: 'media/notEntered' },
      });
      room.close();
    });

    it('closes the room by order, counts rooms, and answers later requests with notEntered', async () => {
      const before = plane.health().rooms;
      const { a, room } = await given();
      await a.settle();
      expect(plane.health()).toMatchObject({ rooms: before + 1, up: true });
      room.obey([{ kind: 'closeRoom' }]);
      expect(plane.health().rooms).toBe(before);
      expect(await a.request('enter', {})).toMatchObject({ ok: false });
    });
  });
};
