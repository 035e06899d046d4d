"use client";

import { useEffect } from "react";

/** Without a worker everything works but the page that says there is no network; so a browser's refusal is no fault. */
export function RegisterWorker() {
  useEffect(() => {
    navigator.serviceWorker?.register("/sw.js").catch(() => undefined);
  }, []);
  return null;
}
