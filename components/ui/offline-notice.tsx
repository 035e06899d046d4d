"use client";

import { usePathname } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Icon } from "./icon";

function subscribe(onChange: () => void): () => void {
  for (const event of ["online", "offline"]) addEventListener(event, onChange);
  return () => {
    for (const event of ["online", "offline"]) removeEventListener(event, onChange);
  };
}

/** What is on the screen while nothing comes through the air, and from when it is: a balance may have moved since. */
export function OfflineNotice() {
  const t = useTranslations("errors.offline");
  const format = useFormatter();
  const path = usePathname();
  const [opened, setOpened] = useState<{ path: string; at: Date }>();
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  useEffect(() => setOpened({ path, at: new Date() }), [path]);
  const time = opened && format.dateTime(opened.at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (
    <div role="status">
      {!isOnline && time && (
        <p className="flex flex-wrap items-center justify-center gap-x-2 border-b-4 border-warning-orange-2 bg-white px-4 py-2 text-std-16B-170">
          <Icon name="warning" />
          {t("notice", { time })}
        </p>
      )}
    </div>
  );
}
