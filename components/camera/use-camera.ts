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

  const found = useCallback(
    (text: string) => {
      stop();
      onText(text);
    },
    [stop, onText],
  );
  const fail = useCallback((trouble: Trouble) => end({ kind: "trouble", trouble }), [end]);
  useStopWhenHidden(stop);
  useWatch({ stream: state.kind === "on" ? state.stream : undefined, video, running, found, fail });
  return { state, start, stop };
}

interface Watched {
  stream: MediaStream | undefined;
  video: RefObject<HTMLVideoElement | null>;
  running: RefObject<AbortController | null>;
  found: (text: string) => void;
  fail: (trouble: Trouble) => void;
}

/** Shows the stream and reads it until a code is found or the run is over. */
function useWatch({ stream, video, running, found, fail }: Watched) {
  useEffect(() => {
    const [shown, own] = [video.current, running.current];
    if (!stream || !shown || !own) return;
    shown.srcObject = stream;
    // A play that the leaving page cuts short is no trouble; a picture that never comes is noticed by the watch.
    shown.play().catch(() => undefined);
    // A decoder that dies after the press on stop is nobody's trouble, and must not end the camera started since.
    const onTrouble = (trouble: Trouble) => {
      if (!own.signal.aborted) fail(trouble);
    };
    watchVideo(shown, { signal: own.signal, onTrouble })
      .then((text) => text && found(text))
      .catch(() => onTrouble("decoder"));
  }, [stream, video, running, found, fail]);
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
