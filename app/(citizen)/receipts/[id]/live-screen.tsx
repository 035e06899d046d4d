"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { TextLink } from "@/components/ui/link";
import { whenOnline } from "@/components/ui/when-online";
import { playChime } from "./chime";

/** Answers of the server that this page has shown once: the browser's own copy of one is not live any more. */
const shown = new Set<number>();

interface LiveScreenProps {
  transferId: string;
  /** When the server made this answer, by city time in milliseconds. */
  servedAt: number;
  endsInMs: number;
  children: ReactNode;
}

/** Whether this answer may be shown live: not a second time, not after its time, not out of the browser's memory. */
function useIsLive(servedAt: number, endsInMs: number): boolean {
  const router = useRouter();
  const [isLive, setIsLive] = useState(() => !shown.has(servedAt));
  useEffect(() => {
    const end = () => setIsLive(false);
    const timer = setTimeout(end, endsInMs);
    const onShow = (event: PageTransitionEvent) => event.persisted && end();
    addEventListener("pageshow", onShow);
    return () => {
      clearTimeout(timer);
      removeEventListener("pageshow", onShow);
    };
  }, [endsInMs]);
  useEffect(() => {
    if (!isLive) return whenOnline(() => router.refresh());
  }, [isLive, router]);
  useEffect(() => () => void shown.add(servedAt), [servedAt]);
  return isLive;
}

/** Over the whole page, in the city's colour, with a pattern that moves. */
export function LiveScreen({ transferId, servedAt, endsInMs, children }: LiveScreenProps) {
  const t = useTranslations("receipts.live");
  const isLive = useIsLive(servedAt, endsInMs);
  const screen = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isLive) return;
    screen.current?.focus();
    playChime();
  }, [isLive]);
  if (!isLive) return <TextLink href={`/receipts/${transferId}`}>{t("over")}</TextLink>;
  return (
    <section ref={screen} tabIndex={-1} aria-label={t("title")} data-live-screen className="live-screen">
      <div className="live-pattern" aria-hidden="true" />
      <div className="relative flex min-h-dvh flex-col items-center justify-center gap-3 p-4 text-center tall:gap-4 tall:p-6">
        {children}
      </div>
    </section>
  );
}
