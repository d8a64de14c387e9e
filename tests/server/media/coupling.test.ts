// The facts at the media plane, over the real wire and the real worker: microphones that follow the floor, and a limited sharing.
import { expect, test } from 'vitest';
import type { MediaNotice } from '../../../shared/protocol/media-messages.ts';
import { receiving } from '../../support/media-participant.ts';
import { seatAs, settle, type Seated } from '../../support/rights/seated.ts';

/** Hears what others publish from now on. */
const attend = async ({ media }: Seated): Promise<void> => {
  await media.sending();
  await media.request('createTransport', { direction: 'receive' });
  await media.request('attend', { rtpCapabilities: receiving });
};

const told = async (who: Seated, type: MediaNotice['type'], times = 1): Promise<void> =>
  who.client.until(() => who.media.notices.filter((notice) => notice.type === type).length >= times);

test('given microphones that follow the floor, when the floor passes, then the worker lets through its holder alone', async () => {
  const setting = await settle();
  const { chair } = setting.cast;
  const [ann, bob] = [await seatAs(setting, 'speaker'), await seatAs(setting, 'speaker')];
  await attend(bob);
  await chair.send({ type: 'session/begin' });
  await chair.send({ type: 'floor/setRules', rules: { coupled: true } });

  // Without the floor a microphone is let in, but nothing of it goes out.
  expect((await ann.media.produce('microphone')).ok).toBe(true);
  await told(bob, 'producerAdded');
  expect(bob.media.notices.find((notice) => notice.type === 'producerAdded')?.producer.paused).toBe(true);

  await chair.send({ type: 'floor/give', seat: ann.key.seat as never });
  await told(bob, 'producerResumed');
  const asked = performance.now();
  await chair.send({ type: 'floor/takeBack' });
  await told(bob, 'producerPaused');
  // A figure, no condition: it stands for what the machine was doing.
  process.stdout.write(
    `from ending the speech to a pause at the worker: ${Math.round(performance.now() - asked)} ms\n`,
  );
});

test('given sharing limited to who presents, when others share, then the worker is not asked; what they shared before is withdrawn', async () => {
  const setting = await settle();
  const { chair } = setting.cast;
  const [ann, bob] = [await seatAs(setting, 'speaker'), await seatAs(setting, 'speaker')];
  await attend(bob);
  expect((await ann.media.produce('screen')).ok).toBe(true);
  await told(bob, 'producerAdded');
  await chair.send({ type: 'stage/limitSharing', sharing: 'presenters' });
  await told(bob, 'producerClosed');
  expect(await ann.media.produce('screen')).toMatchObject({ ok: false, error: { code: 'media/notAllowed' } });
  await chair.send({ type: 'stage/limitSharing', sharing: 'all' });
  expect((await ann.media.produce('screen')).ok).toBe(true);
});
