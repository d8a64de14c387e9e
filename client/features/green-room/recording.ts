/** Three seconds of a stream, recorded in the browser and kept nowhere; and a short tone. Must not know the screen. */
import { playThroughSpeaker } from '../../media/speaker.ts';

const SECONDS = 3;

/** Resolves with what was said; rejects where the browser cannot record. `tick` hears the seconds that are left. */
export const record = (stream: MediaStream, tick: (left: number) => void): Promise<Blob> =>
  new Promise((resolve, reject) => {
    const recorder = new MediaRecorder(new MediaStream(stream.getAudioTracks()));
    const parts: Blob[] = [];
    let left = SECONDS;
    tick(left);
    const clock = setInterval(() => {
      left -= 1;
      if (left > 0) return tick(left);
      clearInterval(clock);
      if (recorder.state !== 'inactive') recorder.stop();
    }, 1000);
    recorder.addEventListener('dataavailable', ({ data: part }) => parts.push(part));
    recorder.addEventListener('stop', () => {
      clearInterval(clock);
      resolve(new Blob(parts, { type: recorder.mimeType }));
    });
    recorder.addEventListener('error', () => {
      clearInterval(clock);
      reject(new Error('the browser stopped recording'));
    });
    recorder.start();
  });

/** Plays through the chosen speaker; resolves when it is over. */
export const playBack = async (sound: Blob): Promise<void> => {
  const url = URL.createObjectURL(sound);
  try {
    const player = new Audio(url);
    await playThroughSpeaker(player);
    const over = new Promise<void>((resolve, reject) => {
      player.addEventListener('ended', () => resolve());
      player.addEventListener('error', () => reject(new Error('the browser did not play it')));
    });
    await player.play();
    await over;
  } finally {
    URL.revokeObjectURL(url);
  }
};

const RATE = 24_000;
/** Two notes, in Hz, of so many seconds each. */
const NOTES = [523, 659];
const NOTE_S = 0.35;

/** A WAV file, made here so that nothing is fetched. */
export const tone = (): Blob => {
  const each = Math.round(RATE * NOTE_S);
  const samples = new Int16Array(each * NOTES.length);
  samples.forEach((_, at) => {
    const inNote = at % each;
    const swell = Math.sin((Math.PI * inNote) / each);
    samples[at] = Math.sin((2 * Math.PI * (NOTES[Math.floor(at / each)] ?? 0) * inNote) / RATE) * swell * 8_000;
  });
  const header = new DataView(new ArrayBuffer(44));
  const letters = (at: number, word: string): void =>
    [...word].forEach((letter, place) => header.setUint8(at + place, letter.charCodeAt(0)));
  letters(0, 'RIFF');
  header.setUint32(4, 36 + samples.byteLength, true);
  letters(8, 'WAVEfmt ');
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, RATE, true);
  header.setUint32(28, RATE * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  letters(36, 'data');
  header.setUint32(40, samples.byteLength, true);
  return new Blob([header, samples], { type: 'audio/wav' });
};
