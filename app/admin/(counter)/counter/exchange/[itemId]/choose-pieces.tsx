import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { FileLink } from "@/components/ui/link";
import type { Reward } from "@/lib/rewards/queries";

/** One key for each number that shelf and wallet allow. */
export function ChoosePieces({ item, most }: { item: Reward; most: number }) {
  const t = useTranslations("counter");
  if (most < 1) return <EmptyState>{t("exchange.short")}</EmptyState>;
  return (
    <>
      <p>
        {item.name} {t("exchange.price", { points: item.points })}
      </p>
      <nav aria-label={t("exchange.pieces")} className="grid grid-cols-2 gap-3 sm:grid-cols-5">
        {Array.from({ length: most }, (_, at) => at + 1).map((pieces) => (
          <FileLink key={pieces} href={`/admin/counter/exchange/${item.id}?pieces=${pieces}`} size="large">
            {t("pieces", { pieces })}
          </FileLink>
        ))}
      </nav>
    </>
  );
}
