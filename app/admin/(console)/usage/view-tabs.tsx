import { useTranslations } from "next-intl";
import { FilterTabs } from "@/components/admin/filter-tabs";
import { type UsageQuery, usageViews } from "@/lib/usage/input";
import { reportAddress } from "./report-address";

export function ViewTabs({ asked }: { asked: UsageQuery }) {
  const t = useTranslations("usage.view");
  const tabs = usageViews.map((view) => ({
    href: reportAddress("/admin/usage", asked, { view }),
    label: t(view),
    isCurrent: view === asked.view,
  }));
  return <FilterTabs label={t("label")} tabs={tabs} />;
}
