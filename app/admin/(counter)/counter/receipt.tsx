"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { PosterPicture } from "@/components/admin/poster-picture";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { FileLink } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import type { ReceiptWords } from "./counter-state";
import { useFinish } from "./visit-guard";

/** The end of the member's part: to be printed or read once. Leaving or reloading shows nothing of it again. */
export function Receipt({ title, rows, text, card }: ReceiptWords) {
  const t = useTranslations("counter");
  const heading = useRef<HTMLHeadingElement>(null);
  const finish = useFinish();
  useEffect(() => {
    finish();
    document.title = title;
    heading.current?.focus();
  }, [finish, title]);
  return (
    <section data-receipt className="flex flex-col gap-6">
      <h1 ref={heading} tabIndex={-1} className="flex items-center gap-3 text-std-32B-150">
        <Icon name="success" className="size-10 text-primary" />
        {title}
      </h1>
      {text && <p className="text-std-24B-150">{text}</p>}
      <SummaryList rows={rows} />
      {card && (
        <div data-card>
          <PosterPicture {...card} label={t("card.title")} />
        </div>
      )}
      <div className="flex flex-col gap-4 print:hidden">
        <Button size="large" onPress={() => window.print()}>
          {t("print")}
        </Button>
        <FileLink href="/admin/counter" look="filled" size="large">
          {t("next")}
        </FileLink>
      </div>
    </section>
  );
}
