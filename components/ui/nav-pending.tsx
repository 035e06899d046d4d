"use client";

import { useLinkStatus } from "next/link";
import { useEffect, useSyncExternalStore } from "react";

/** As long as `animate-appear-late` waits: what comes at once is neither shown nor said to be on its way. */
const DELAY = 300;

let slow = 0;
const listeners = new Set<() => void>();

function change(by: 1 | -1): void {
  slow += by;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Counts a page that is long on its way; gives the function that ends it. */
function noteSlow(): () => void {
  let isNoted = false;
  const timer = setTimeout(() => {
    isNoted = true;
    change(1);
  }, DELAY);
  return () => {
    clearTimeout(timer);
    if (isNoted) change(-1);
  };
}

/** Once in a page: says to a screen reader what the bar in the link shows. The arrival is Next's to tell, by the new page's title. */
export function NavStatus({ text }: { text: string }) {
  const isSlow = useSyncExternalStore(
    subscribe,
    () => slow > 0,
    () => false,
  );
  return (
    <p role="status" className="sr-only">
      {isSlow && text}
    </p>
  );
}

/** Inside a link: a moving bar along its top while the next page is on its way, shown only after 300 ms. */
export function NavPending() {
  const { pending } = useLinkStatus();
  useEffect(() => (pending ? noteSlow() : undefined), [pending]);
  if (!pending) return null;
  return (
    <span
      aria-hidden="true"
      data-nav-pending
      className="absolute inset-x-0 top-0 h-1 animate-appear-late overflow-hidden bg-primary-soft"
    >
      <span className="block h-full w-1/3 animate-progress-slide bg-primary forced-colors:bg-[CanvasText]" />
    </span>
  );
}
