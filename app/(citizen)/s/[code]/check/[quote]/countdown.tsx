"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { whenOnline } from "@/components/ui/when-online";

const SOON = 30;

/** Whole seconds left, by a clock that does not depend on the phone's. At none the page is asked for again and says what now. */
function useSecondsLeft(leftMs: number): number {
  const router = useRouter();
  const [seconds, setSeconds] = useState(Math.ceil(leftMs / 1000));
  useEffect(() => {
    const end = performance.now() + leftMs;
    let takeBack: (() => void) | undefined;
    const tick = () => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setSeconds(left);
      if (left > 0) return;
      clearInterval(timer);
      takeBack = whenOnline(() => router.refresh());
    };
    const timer = setInterval(tick, 250);
    return () => {
      clearInterval(timer);
      takeBack?.();
    };
  }, [leftMs, router]);
  return seconds;
}

/** How long the amount stays locked; said aloud once, shortly before the end. */
export function Countdown({ leftMs }: { leftMs: number }) {
  const t = useTranslations("spending.check");
  const left = useSecondsLeft(leftMs);
  return (
    <>
      <p role="timer" className="text-std-20B-150 tabular-nums">
        {t("left", { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, "0") })}
      </p>
      <p role="status" className="sr-only">
        {left <= SOON ? t("soon") : ""}
      </p>
    </>
  );
}
