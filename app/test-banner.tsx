import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { isClosedTest } from "@/lib/ledger/current-book";

/** On every page while the book is a closed test: points are not real. */
export async function TestBanner() {
  if (!(await isClosedTest())) return null;
  const t = await getTranslations("shell.test");
  return (
    <aside aria-label={t("label")} className="border-b-4 border-warning-orange-2 bg-white px-4 py-2 text-ink">
      <p className="flex flex-wrap items-center justify-center gap-x-2 text-std-16B-170">
        <Icon name="warning" />
        {t("text")}
      </p>
    </aside>
  );
}
