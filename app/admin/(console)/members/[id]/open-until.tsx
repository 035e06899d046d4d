"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

type Props = {
  /** Milliseconds that the data may still be shown. */
  left: number;
  /** The same as a moment of the clock on the wall, for a page that comes back out of the browser's memory. */
  endsAt: number;
};

/** Asks for the page anew once its time is over: what was open is masked again, whoever has left the desk. */
export function OpenUntil(props: Props) {
  const router = useRouter();
  const [{ left, endsAt }] = useState(props);
  useEffect(() => {
    if (Date.now() > endsAt) router.refresh();
    const timer = setTimeout(() => router.refresh(), left);
    return () => clearTimeout(timer);
  }, [left, endsAt, router]);
  return null;
}
