import { useCallback, useEffect, useRef, useState } from "react";
import { IDLE_SECONDS, WARNING_SECONDS } from "@/lib/counter/input";

const LEAVE_TO = "/admin/counter?ended=yes";
/** The server is told of keys and touches at most so often. */
const TELL_EVERY_MS = 3_000;
/** What tabs of one browser say to each other: somebody should look whether the visit is still open. */
const CHANNEL = "counter-visit";

/** Hides the page at once and goes to the counter's first page, leaving nothing behind it. */
function leave(): void {
  document.documentElement.hidden = true;
  location.replace(LEAVE_TO);
}

/** Whether this document has shown a visit: then its scripts and memory hold what it said. */
let hasShownVisit = false;

/** Where nobody is shown, a document begins that has shown nobody; and every other tab is told to look. */
export function startAnew(): void {
  if (hasShownVisit) {
    document.documentElement.hidden = true;
    location.reload();
  } else tellTabs();
}

/** Tells every other tab to look. */
function tellTabs(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("look");
  channel.close();
}

/**
 * Counts the seconds since the last key or touch; at sixty the page leaves, and the server, which counts itself, opens nothing any more.
 * `isStillOpen` asks it. `remaining` are the seconds left, once there are few. `finish` says that the visit is over and this tab shows its receipt.
 */
export function useIdle(isStillOpen: () => Promise<boolean>) {
  const [remaining, setRemaining] = useState<number>();
  const isOver = useRef(false);
  const look = useCallback(async () => {
    // Without an answer (no network) the clock here goes on, and the server's too.
    const isOpen = isOver.current || (await isStillOpen().catch(() => true));
    if (!isOpen) leave();
  }, [isStillOpen]);
  const finish = useCallback(() => {
    isOver.current = true;
    tellTabs();
  }, []);
  useEffect(() => {
    let [seen, told] = [Date.now(), Date.now()];
    const onSign = () => {
      seen = Date.now();
      setRemaining(undefined);
      if (seen - told < TELL_EVERY_MS) return;
      told = seen;
      void look();
    };
    const timer = setInterval(() => {
      const left = IDLE_SECONDS - Math.floor((Date.now() - seen) / 1000);
      if (left <= 0) leave();
      else setRemaining(left <= WARNING_SECONDS ? left : undefined);
    }, 500);
    hasShownVisit = true;
    // This visit may have ended another one, which another tab may still show.
    tellTabs();
    return listen(onSign, look, () => clearInterval(timer));
  }, [look]);
  return { remaining, finish };
}

/** Keys and touches are signs of life; another tab, or the page coming back to the front, is a reason to look. Gives what undoes it. */
function listen(onSign: () => void, look: () => Promise<void>, stop: () => void): () => void {
  const signs = ["keydown", "pointerdown", "touchstart"] as const;
  const onFront = () => document.visibilityState === "visible" && void look();
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => void look();
  // On their way down: a button that handles a press lets nothing of it come up again.
  const way = { passive: true, capture: true };
  for (const sign of signs) addEventListener(sign, onSign, way);
  document.addEventListener("visibilitychange", onFront);
  return () => {
    stop();
    channel.close();
    for (const sign of signs) removeEventListener(sign, onSign, way);
    document.removeEventListener("visibilitychange", onFront);
  };
}
