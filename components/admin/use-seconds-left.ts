"use client";

import { useEffect, useState } from "react";

/** How long before its end a session's person is asked, in seconds. */
export const WARNING = 90;
/** How often it is looked while they are asked, and after an answer that did not come, in seconds. */
const NEAR_THE_END = 5;
const AFTER_NO_ANSWER = 30;

async function lookAtServer(): Promise<number | undefined> {
  const answer = await fetch("/admin/session", { cache: "no-store" }).catch(() => undefined);
  const said: { seconds?: number } = answer?.ok ? await answer.json() : {};
  return said.seconds;
}

function nextLook(seconds: number | undefined): number {
  if (seconds === undefined) return AFTER_NO_ANSWER;
  return Math.max(seconds - WARNING, NEAR_THE_END);
}

/**
 * Seconds until the session ends, by the server's own word, since other tabs keep it alive too; looked at as the end comes near and when the
 * page is seen again. `atEnd` is called once it is over.
 */
export function useSecondsLeft(atEnd: () => void): [number | undefined, (seconds: number) => void] {
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    async function look() {
      clearTimeout(timer);
      const seconds = await lookAtServer();
      if (isOver) return;
      if (seconds === 0) return atEnd();
      setLeft(seconds);
      timer = setTimeout(look, nextLook(seconds) * 1000);
    }
    const onSeen = () => document.visibilityState === "visible" && look();
    document.addEventListener("visibilitychange", onSeen);
    look();
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onSeen);
    };
  }, [atEnd]);
  return [left, setLeft];
}
