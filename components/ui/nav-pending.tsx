"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: a moving bar along its top while the next page is on its way, shown only after 300 ms. */
export function NavPending() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span
      aria-hidden="true"
      className="absolute inset-x-0 top-0 h-1 animate-appear-late overflow-hidden bg-primary-soft"
    >
      <span className="block h-full w-1/3 animate-progress-slide bg-primary forced-colors:bg-[CanvasText]" />
    </span>
  );
}
