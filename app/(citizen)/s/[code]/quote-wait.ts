import { getTranslations } from "next-intl/server";
import type { FormState } from "@/lib/shared/form";

/** Said to whoever has opened too many check pages: when to come back, and that no points moved. */
export async function quoteWait(
  retryAfterSeconds: number,
  values: Record<string, string> = {},
): Promise<NonNullable<FormState>> {
  const t = await getTranslations("spending.wait");
  const text = t("text", { minutes: Math.ceil(retryAfterSeconds / 60) });
  return { values, errors: [], notice: { kind: "warning", title: t("title"), text } };
}
