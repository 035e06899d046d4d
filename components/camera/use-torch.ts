import { useState } from "react";

type WithTorch = { torch?: boolean };

/** The light beside the camera; without `toggle` where the phone has none. */
export function useTorch(stream: MediaStream) {
  const [isLit, setIsLit] = useState(false);
  const [isStuck, setIsStuck] = useState(false);
  const track = stream.getVideoTracks()[0];
  const canLight = (track?.getCapabilities?.() as WithTorch | undefined)?.torch === true;
  const toggle = async () => {
    // Taken back first, so that a second failure is read out again.
    setIsStuck(false);
    try {
      await track?.applyConstraints({ advanced: [{ torch: !isLit } as MediaTrackConstraintSet] });
      setIsLit(!isLit);
    } catch {
      // Another app holds the light, or the phone is too hot for it: the light is as it was, and the camera needs none.
      setIsStuck(true);
    }
  };
  return { isLit, isStuck, toggle: canLight ? toggle : undefined };
}
