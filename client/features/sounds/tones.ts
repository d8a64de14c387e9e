/** Plays a cue as a few soft notes, made here: nothing is fetched. Silent where the browser does not allow sound yet. */
import type { Cue } from './cues.ts';

/** Notes in Hz, one after another. Down for what is over, up for what begins. */
const NOTES: Readonly<Record<Cue, readonly number[]>> = {
  youAreNext: [523, 659, 784],
  speechOver: [523, 392],
  itemOver: [440, 330],
  speechWarning: [784, 784],
  itemSoon: [659],
};
const NOTE_S = 0.18;
const LOUDNESS = 0.08;

let context: AudioContext | null = null;

export const play = async (cue: Cue): Promise<void> => {
  try {
    context ??= new AudioContext();
    if (context.state !== 'running') await context.resume();
  } catch {
    // No device, or nothing has been pressed on this page yet: the words and colours tell the same.
    return;
  }
  const { destination, currentTime } = context;
  for (const [place, hertz] of NOTES[cue].entries()) {
    const from = currentTime + place * NOTE_S;
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, from + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + NOTE_S);
    const note = new OscillatorNode(context, { frequency: hertz });
    note.connect(loudness).connect(destination);
    note.start(from);
    note.stop(from + NOTE_S);
  }
};
