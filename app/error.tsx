"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { contactParts } from "@/components/ui/contact-parts";
import { holdTitle } from "@/components/ui/hold-title";
import { LinkButton } from "@/components/ui/link";
import { isLostNetwork } from "@/lib/shared/decide-lost-network";

type Fault = Error & { digest?: string };

/** Takes focus and title from the page that is gone. */
function useHeading(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    return holdTitle(() => title);
  }, [title]);
  return heading;
}

/** No answer, or a fault of ours: calm, with what to do and, of ours, the number under which the server's log has it. */
export default function ErrorPage({ error, retry }: { error: Fault; retry: () => void }) {
  const t = useTranslations("errors");
  const isLost = isLostNetwork(error, globalThis.navigator?.onLine !== false);
  const isCitizen = !usePathname().startsWith("/admin");
  const title = isLost ? t("lost.title") : t("title");
  const heading = useHeading(title);
  return (
    <main id="main" tabIndex={-1} className="page-narrow flex flex-col gap-6 py-10">
      <h1 ref={heading} tabIndex={-1} className="text-std-28B-150">
        {title}
      </h1>
      <p>{isLost ? t("lost.text") : t("text")}</p>
      <p>{t("points")}</p>
      <Button look="filled" size="large" onPress={retry}>
        {t("retry")}
      </Button>
      {isCitizen && (
        <LinkButton href="/history" look="outlined">
          {t("history")}
        </LinkButton>
      )}
      <LinkButton href="/" look="outlined">
        {t("home")}
      </LinkButton>
      <p>{t.rich("contact", contactParts)}</p>
      {error.digest && <p className="text-std-16N-170 text-quiet">{t("number", { id: error.digest })}</p>}
    </main>
  );
}
