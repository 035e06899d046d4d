"use client";

import { useEffect } from "react";

const hide = () => {
  document.documentElement.hidden = true;
};

/**
 * Back and Forward show nothing out of the browser's memory, neither Next's nor its own: the page is hidden before it can be painted and
 * asked of the server anew, which knows whose visit is open. What a browser keeps of a page it leaves is hidden, too.
 */
export function HistoryGuard() {
  useEffect(() => {
    const askAnew = () => {
      hide();
      location.reload();
    };
    const onShow = (event: PageTransitionEvent) => event.persisted && askAnew();
    addEventListener("popstate", askAnew);
    addEventListener("pageshow", onShow);
    addEventListener("pagehide", hide);
    return () => {
      removeEventListener("popstate", askAnew);
      removeEventListener("pageshow", onShow);
      removeEventListener("pagehide", hide);
    };
  }, []);
  return null;
}
