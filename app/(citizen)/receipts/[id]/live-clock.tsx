"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { formatCityClock } from "@/lib/shared/city-time";

/** City time with its seconds, by the server's clock: the phone's own may be wrong, or set wrong. */
export function LiveClock({ servedAt }: { servedAt: number }) {
  const t = useTranslations("receipts.live");
  const [now, setNow] = useState(servedAt);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setNow(servedAt + performance.now() - start), 200);
    return () => clearInterval(timer);
  }, [servedAt]);
  return (
    <p className="flex flex-col items-center">
      <span className="text-std-16N-170">{t("clock")}</span>
      <span role="timer" className="text-dsp-48B-140 tabular-nums">
        {formatCityClock(new Date(now))}
      </span>
    </p>
  );
}
