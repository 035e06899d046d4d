"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { holdForms } from "./hold-forms";
import { Icon } from "./icon";
import { useOpened } from "./use-opened";

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

/** Whether a form was held since the network went; where one is, `notice` comes into view. */
function useIsHeld(notice: RefObject<HTMLElement | null>): boolean {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    const forget = () => setIsHeld(false);
    const end = holdForms(() => {
      setIsHeld(true);
      notice.current?.scrollIntoView();
    });
    addEventListener("online", forget);
    return () => {
      end();
      removeEventListener("online", forget);
    };
  }, [notice]);
  return isHeld;
}

/** Whether `notice` leaves most of the window to the page, and so may stay in sight: in large type on a small phone it would cover it. */
function useIsSmall(notice: RefObject<HTMLElement | null>): boolean {
  const [isSmall, setIsSmall] = useState(true);
  useEffect(() => {
    if (!notice.current) return;
    const watch = new ResizeObserver(([seen]) => setIsSmall((seen?.contentRect.height ?? 0) <= innerHeight / 4));
    watch.observe(notice.current);
    return () => watch.disconnect();
  }, [notice]);
  return isSmall;
}

/** Without a network: from when it is what is on the screen, since a balance may have moved; and that what was pressed was not sent. */
export function OfflineNotice() {
  const t = useTranslations("errors.offline");
  const format = useFormatter();
  const opened = useOpened();
  const isOnline = useIsOnline();
  const notice = useRef<HTMLDivElement>(null);
  const isHeld = useIsHeld(notice);
  const isSmall = useIsSmall(notice);
  const moment =
    opened && format.dateTime(opened, { month: "long", day: "numeric", hour: "numeric", minute: "2-digit" });
  return (
    <div ref={notice} role="status" className={`top-0 z-20 print:hidden ${isSmall ? "sticky" : ""}`}>
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
