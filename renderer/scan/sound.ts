let context: AudioContext | undefined;

type Tone = { readonly hertz: number; readonly atMs: number; readonly forMs: number };

const SOUNDS = {
  good: [
    { hertz: 880, atMs: 0, forMs: 90 },
    { hertz: 1320, atMs: 100, forMs: 140 },
  ],
  bad: [
    { hertz: 196, atMs: 0, forMs: 180 },
    { hertz: 165, atMs: 220, forMs: 260 },
  ],
} satisfies Record<string, readonly Tone[]>;

/** A short sound of its own for a good and a bad answer: the clerk looks at the citizen. Silent without a sound card. */
export function playSound(name: keyof typeof SOUNDS): void {
  context ??= new AudioContext();
  // Made before the first key press it sleeps.
  if (context.state === 'suspended') void context.resume();
  for (const tone of SOUNDS[name]) playTone(context, tone);
}

function playTone(audio: AudioContext, tone: Tone): void {
  const from = audio.currentTime + tone.atMs / 1_000;
  const until = from + tone.forMs / 1_000;
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.value = tone.hertz;
  // A few milliseconds of slope: a hard edge clicks.
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(0.25, from + 0.01);
  volume.gain.linearRampToValueAtTime(0, until);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(from);
  oscillator.stop(until);
}
