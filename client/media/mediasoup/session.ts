/**
 * The media session over mediasoup-client: carries out what session-machine.ts decides. Load it with a dynamic import. Must not know the screen.
 * Each `enter` has its own line; answers that belong to an older one are dropped.
 */
import { signal } from '@lit-labs/signals';
import { Device } from 'mediasoup-client';
import type { LineQuality } from '../../../shared/protocol/workshop-messages.ts';
import type { Connection } from '../../connection/connection.ts';
import type { MediaSession, MediaState } from '../media-session.ts';
import { Downlink } from './downlink.ts';
import { openLine } from './line.ts';
import type { Line } from './line.ts';
import { initialSession, restTime, shown, step } from './session-machine.ts';
import type { SessionEffect, SessionInput, SessionState } from './session-machine.ts';
import { asker, CutOff, fromWire, MediaRefused, toWire } from './signalling.ts';

import { Uplink } from './uplink.ts';

const inputFor = (cause: unknown): SessionInput => {
  if (cause instanceof CutOff) return { type: 'cutOff' };
  if (cause instanceof MediaRefused) return { type: cause.lasting ? 'forbidden' : 'refused', fault: cause.fault };
  return { type: 'refused', fault: 'media/unavailable' };
};

export const createMediaSession = (connection: Connection): MediaSession => {
  const ask = asker(connection);
  const state$ = signal<MediaState>({ kind: 'off' });
  const quality$ = signal<LineQuality | null>(null);
  let state: SessionState = initialSession;
  let line: Line | null = null;
  /** Counts the drops: what was begun under an older number is nobody's business any more. */
  let era = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const trouble = (cause: unknown): void => feed(inputFor(cause));
  const uplink = new Uplink(trouble);
  const downlink = new Downlink(trouble);

  /** Runs a part of the session; its outcome counts only while its era lasts. */
  const during = (work: () => Promise<SessionInput | null>): void => {
    const begun = era;
    work().then(
      (input) => input && begun === era && feed(input),
      (cause: unknown) => begun === era && trouble(cause),
    );
  };

  const enter = async (): Promise<SessionInput | null> => {
    const begun = era;
    const [answer, device] = await Promise.all([ask('enter', {}), Device.factory()]);
    await device.load({ routerRtpCapabilities: fromWire(answer.routerRtpCapabilities) });
    if (begun !== era) return null;
    line = openLine({
      device,
      ask,
      iceServers: answer.iceServers,
      iceTransportPolicy: answer.iceTransportPolicy,
      onPath: (word) => begun === era && feed({ type: word }),
    });
    return { type: 'entered' };
  };

  const attend = async (): Promise<SessionInput | null> => {
    const entered = line;
    if (!entered) return null;
    downlink.attend(entered);
    // Asked together: the line to receive on is needed as soon as the list of producers is here.
    const [{ producers }] = await Promise.all([
      ask('attend', { rtpCapabilities: toWire(entered.device.recvRtpCapabilities) }),
      entered.receive(),
    ]);
    if (entered !== line) return null;
    downlink.add(producers);
    return { type: 'attended' };
  };

  const carryOut: Readonly<Record<SessionEffect, () => void>> = {
    drop() {
      era += 1;
      line?.close();
      line = null;
      uplink.drop();
      downlink.drop();
    },
    enter: () => during(enter),
    attend: () => during(attend),
    publish: () => {
      if (line) void uplink.join(line);
    },
    restartIce: () =>
      during(async () => {
        await line?.restartIce();
        return null;
      }),
    rest() {
      clearTimeout(resting);
      resting = setTimeout(() => feed({ type: 'rested' }), restTime(state.tries, Math.random()));
    },
    wake: () => clearTimeout(resting),
  };

  const feed = (input: SessionInput): void => {
    const next = step(state, input);
    state = next.state;
    for (const effect of next.effects) carryOut[effect]();
    state$.set(shown(state));
  };

  let unlisten = (): void => undefined;
  const listener = { now: quality$.set.bind(quality$), report: connection.reportLine };
  let unwatch = (): void => undefined;

  return {
    state$,
    quality$,
    own$: uplink.own$,
    remote$: downlink.remote$,
    speaking$: downlink.speaking$,
    start() {
      unlisten();
      unlisten = connection.listen({
        welcome: () => feed({ type: 'welcome' }),
        mediaNotice(notice) {
          downlink.hear(notice);
          if (notice.type === 'lost') feed({ type: 'lost' });
        },
      });
      unwatch();
      // Of no use to the first picture: it comes after it, and without it nothing else is missing.
      let wanted = true;
      unwatch = () => (wanted = false);
      import('./quality-watch.ts').then(
        ({ watchQuality }) => {
          if (wanted) unwatch = watchQuality(() => line, listener);
        },
        () => undefined,
      );
      feed({ type: 'start', connected: connection.state$.get().kind === 'up' });
    },
    turnOn: (source, deviceId) => uplink.turnOn(source, deviceId),
    turnOff: (source) => uplink.turnOff(source),
    watch: (seat, source, size) => downlink.watch(seat, source, size),
    setMode(mode) {
      downlink.setMode(mode);
      void uplink.adapt(mode);
    },
    close() {
      unlisten();
      unwatch();
      feed({ type: 'close' });
      uplink.close();
      downlink.close();
    },
  };
};
