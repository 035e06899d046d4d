const NOTES = [880, 1320];
const NOTE_SECONDS = 0.18;

/** A short buzz and two notes where the phone allows them: a courtesy, never a proof. */
export function playChime(): void {
  // After a reload nobody has touched the page yet, and browsers complain of either.
  if (!navigator.userActivation?.hasBeenActive) return;
  navigator.vibrate?.([80, 60, 160]);
  if (!("AudioContext" in window)) return;
  const audio = new AudioContext();
  const end = audio.currentTime + NOTES.length * NOTE_SECONDS;
  NOTES.forEach((frequency, place) => {
    const note = new OscillatorNode(audio, { frequency });
    const volume = new GainNode(audio, { gain: 0.15 });
    note.connect(volume).connect(audio.destination);
    note.start(audio.currentTime + place * NOTE_SECONDS);
    note.stop(audio.currentTime + (place + 1) * NOTE_SECONDS);
  });
  setTimeout(() => void audio.close(), (end - audio.currentTime) * 1000 + 500);
}
