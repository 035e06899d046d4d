"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link";

/** A fault of ours: calm, with what to do and the number under which the server's log has it. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const t = useTranslations("errors");
  return (
    <main id="main" tabIndex={-1} className="page-narrow flex flex-col gap-6 py-10">
      <h1 className="text-std-28B-150">{t("title")}</h1>
      <p>{t("text")}</p>
      <p>{t("points")}</p>
      <Button look="filled" size="large" onPress={retry}>
        {t("retry")}
      </Button>
      <LinkButton href="/" look="outlined">
        {t("home")}
      </LinkButton>
      <p>{t("contact")}</p>
      {error.digest && <p className="text-std-16N-170 text-quiet">{t("number", { id: error.digest })}</p>}
    </main>
  );
}
