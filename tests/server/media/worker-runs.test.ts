// The worker that the set-up found is a real one: it opens a router and a transport that a browser could connect to.
import { createWorker } from 'mediasoup';
import { expect, onTestFinished, test } from 'vitest';

test('a worker, a router and a WebRtcTransport', async () => {
  expect(process.env['MEDIASOUP_WORKER_BIN'], 'npm test names the worker').toBeTruthy();
  const worker = await createWorker({ logLevel: 'warn' });
  onTestFinished(() => worker.close());
  const router = await worker.createRouter({
    mediaCodecs: [{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 }],
  });
  const webRtcServer = await worker.createWebRtcServer({ listenInfos: [{ protocol: 'udp', ip: '127.0.0.1' }] });
  const transport = await router.createWebRtcTransport({ webRtcServer });
  expect(transport.iceCandidates).toEqual([
    expect.objectContaining({ ip: '127.0.0.1', protocol: 'udp', type: 'host' }),
  ]);
  expect(transport.dtlsParameters.fingerprints.length).toBeGreaterThan(0);
  expect((await router.dump()).transportIds).toEqual([transport.id]);
});
