// A steady tone as a WAV file, for Chromium's fake microphone: its own beep averages below what the audio observer hears.
import { writeFileSync } from 'node:fs';

const rate = 48_000;

interface Tone {
  readonly hertz?: number;
  readonly seconds?: number;
  /** 0 to 1 of full scale. */
  readonly loudness?: number;
}

function toneWav({ hertz = 440, seconds = 4, loudness = 0.5 }: Tone = {}): Buffer {
  const samples = Math.round(rate * seconds);
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16); // size of the format's block
  wav.writeUInt16LE(1, 20); // PCM
  wav.writeUInt16LE(1, 22); // one channel
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) {
    const value = Math.sin((2 * Math.PI * hertz * index) / rate) * loudness;
    wav.writeInt16LE(Math.round(value * 0x7fff), 44 + index * 2);
  }
  return wav;
}

export function writeTone(file: string, tone: Tone = {}): string {
  writeFileSync(file, toneWav(tone));
  return file;
}
