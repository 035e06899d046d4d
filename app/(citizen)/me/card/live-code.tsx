"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { renewCodeAction } from "./actions";
import type { ShownCode } from "./describe-code";

/** Before the network has answered an unlucky phone once, so that it does not ask without a pause. */
const AGAIN_MS = 3_000;
/** A code that was shown for so long is no longer taken. */
const OVER_MS = 30_000;

type Props = { first: ShownCode; label: string; children: ReactNode };

/**
 * The member's QR, renewed before it is too old, also when the phone wakes up: timers sleep with it. What can no longer be taken is not
 * shown; `children` stand in its place until there is a new one.
 */
export function LiveCode({ first, label, children }: Props) {
  const [code, setCode] = useState(first);
  const [isOver, setOver] = useState(false);
  const shownAt = useRef(0);
  const renew = useCallback(async () => {
    setOver(Date.now() - shownAt.current > OVER_MS);
    try {
      setCode(await renewCodeAction());
    } catch {
      setCode((shown) => ({ ...shown, msLeft: AGAIN_MS }));
    }
  }, []);
  useEffect(() => {
    if (code.msLeft !== AGAIN_MS) {
      shownAt.current = Date.now();
      setOver(false);
    }
    const timer = setTimeout(renew, code.msLeft);
    const wake = () => document.visibilityState === "visible" && void renew();
    document.addEventListener("visibilitychange", wake);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [code, renew]);
  if (isOver) return children;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={code.viewBox}
      className="w-full max-w-sm self-center border border-line bg-white"
    >
      <path d={code.path} fill="currentColor" className="text-ink" />
    </svg>
  );
}
