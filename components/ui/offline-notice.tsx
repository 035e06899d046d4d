"use client";

import { usePathname } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { holdForms } from "./hold-forms";
import { Icon } from "./icon";

/** When each page was last asked for. The router shows a page that somebody goes back to as it was then, however long ago. */
const asked = new Map<string, Date>();
let isReturning = false;

function noteOpened(path: string): Date {
  const known = isReturning ? asked.get(path) : undefined;
  const opened = known ?? new Date();
  asked.set(path, opened);
  isReturning = false;
  return opened;
}

function useOpened(): Date | undefined {
  const path = usePathname();
  const [opened, setOpened] = useState<Date>();
  useEffect(() => setOpened(noteOpened(path)), [path]);
  useEffect(() => {
    const onReturn = () => {
      isReturning = true;
    };
    addEventListener("popstate", onReturn);
    return () => removeEventListener("popstate", onReturn);
  }, []);
  return opened;
}

function subscribe(onChange: () => void): () => void {
  for (const event of ["online", "offline"]) addEventListener(event, onChange);
  return () => {
    for (const event of ["online", "offline"]) removeEventListener(event, onChange);
  };
}

const useIsOnline = () =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );

/** Whether a form was held since the network went. */
function useIsHeld(): boolean {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => holdForms(() => setIsHeld(true)), []);
  useEffect(() => {
    const forget = () => setIsHeld(false);
    addEventListener("online", forget);
    return () => removeEventListener("online", forget);
  }, []);
  return isHeld;
}

/** Without a network: from when it is what is on the screen, since a balance may have moved; and that what was pressed was not sent. */
export function OfflineNotice() {
  const t = useTranslations("errors.offline");
  const format = useFormatter();
  const opened = useOpened();
  const isOnline = useIsOnline();
  const isHeld = useIsHeld();
  const moment = opened && format.dateTime(opened, { dateStyle: "long", timeStyle: "short" });
  return (
    <div role="status" className="sticky top-0 z-20 print:hidden">
      {!isOnline && moment && (
        <p
          data-offline-notice
          className="flex items-start justify-center gap-2 border-b-4 border-warning-orange-2 bg-white px-4 py-2 text-std-16B-170"
        >
          <Icon name="warning" />
          <span className="min-w-0">{isHeld ? t("held") : t("notice", { moment })}</span>
        </p>
      )}
    </div>
  );
}
