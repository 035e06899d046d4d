import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { closeCamera, openCamera, type Trouble, troubleOf, watchVideo } from "./camera";

export type CameraState =
  | { kind: "off" }
  | { kind: "starting" }
  | { kind: "on"; stream: MediaStream }
  | { kind: "trouble"; trouble: Trouble };

/** A camera that is on only while somebody looks: it goes off when a code is found, on leaving, and when the page is hidden. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, onText: (text: string) => void) {
  const [state, setState] = useState<CameraState>({ kind: "off" });
  const running = useRef<AbortController>(null);
  const end = useCallback((next: CameraState) => {
    running.current?.abort();
    running.current = null;
    setState(next);
  }, []);
  const stop = useCallback(() => end({ kind: "off" }), [end]);

  const start = useCallback(async () => {
    end({ kind: "starting" });
    const own = new AbortController();
    running.current = own;
    try {
      const stream = await openCamera();
      own.signal.addEventListener("abort", () => closeCamera(stream));
      if (own.signal.aborted) return closeCamera(stream);
      setState({ kind: "on", stream });
    } catch (thrown) {
      if (!own.signal.aborted) end({ kind: "trouble", trouble: troubleOf(thrown) });
    }
  }, [end]);

  useStopWhenHidden(stop);
  const stream = state.kind === "on" ? state.stream : undefined;
  useEffect(() => {
    const [shown, own] = [video.current, running.current];
    if (!stream || !shown || !own) return;
    shown.srcObject = stream;
    // A play that the leaving page cuts short is no trouble; a picture that never comes is noticed by the watch.
    shown.play().catch(() => undefined);
    const onTrouble = (trouble: Trouble) => end({ kind: "trouble", trouble });
    watchVideo(shown, { signal: own.signal, onTrouble })
      .then((text) => {
        if (!text) return;
        stop();
        onText(text);
      })
      .catch(() => onTrouble("decoder"));
  }, [stream, video, end, stop, onText]);
  return { state, start, stop };
}

function useStopWhenHidden(stop: () => void) {
  useEffect(() => {
    const onHide = () => document.hidden && stop();
    document.addEventListener("visibilitychange", onHide);
    addEventListener("pagehide", stop);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      removeEventListener("pagehide", stop);
      stop();
    };
  }, [stop]);
}
