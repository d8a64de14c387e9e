/** Reads one line's statistics into sums. Owns which of the browser's figures count; must not know what is made of them. */
import type { types } from 'mediasoup-client';
import type { Reading } from '../quality.ts';

/** The figures of the browser's reports that are read here. */
interface Figures {
  readonly type: string;
  readonly packetsLost?: number;
  readonly packetsReceived?: number;
  readonly packetsSent?: number;
  readonly freezeCount?: number;
  readonly roundTripTime?: number;
  readonly currentRoundTripTime?: number;
  readonly nominated?: boolean;
}

export const readLine = async (transports: readonly types.Transport[]): Promise<Reading> => {
  let [lost, arrived, freezes] = [0, 0, 0];
  let seconds: number | null = null;
  for (const report of await Promise.all(transports.map((transport) => transport.getStats()))) {
    report.forEach((figures: Figures) => {
      switch (figures.type) {
        case 'inbound-rtp':
          lost += Math.max(0, figures.packetsLost ?? 0);
          arrived += figures.packetsReceived ?? 0;
          freezes += figures.freezeCount ?? 0;
          return;
        case 'outbound-rtp':
          arrived += figures.packetsSent ?? 0;
          return;
        // What the server says of our sending: packets that never came there were counted as sent.
        case 'remote-inbound-rtp':
          lost += Math.max(0, figures.packetsLost ?? 0);
          arrived -= Math.max(0, figures.packetsLost ?? 0);
          return;
        case 'candidate-pair':
          if (figures.nominated === true && figures.currentRoundTripTime !== undefined) {
            seconds = Math.max(seconds ?? 0, figures.currentRoundTripTime);
          }
      }
    });
  }
  return { lost, arrived: Math.max(0, arrived), freezes, roundTrip: seconds === null ? null : seconds * 1000 };
};
