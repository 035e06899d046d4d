"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

export function PrintButton() {
  const t = useTranslations("counter");
  return (
    <div className="print:hidden">
      <Button look="filled" size="large" onPress={() => window.print()}>
        {t("print")}
      </Button>
    </div>
  );
}
