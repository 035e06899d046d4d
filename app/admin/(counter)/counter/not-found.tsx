import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { FileLink } from "@/components/ui/link";

/** Nothing here, inside the counter's frame: an item or an activity that is not within one's sections, or a wrong address. */
export default function CounterNotFound() {
  const t = useTranslations("counter");
  return (
    <EmptyState action={<FileLink href="/admin/counter/menu">{t("menuBack")}</FileLink>}>{t("nothing")}</EmptyState>
  );
}
