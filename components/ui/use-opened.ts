import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";

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

/** When the page that is shown was asked for; undefined until the browser has it. */
export function useOpened(): Date | undefined {
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
