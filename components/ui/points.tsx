import { useTranslations } from "next-intl";

export type PointsSize = "inline" | "large" | "hero";

const sizes: Record<PointsSize, { figure: string; unit: string }> = {
  inline: { figure: "", unit: "" },
  large: { figure: "text-std-32B-150", unit: "text-std-18B-160" },
  hero: { figure: "text-balance-figure", unit: "text-std-20B-150" },
};
const plain = new Intl.NumberFormat("ja-JP");
const signed = new Intl.NumberFormat("ja-JP", { signDisplay: "exceptZero" });

/** An amount of points with the city's own unit word. `sign` shows + and − for a change. */
export function Points({ value, size = "inline", sign = false }: { value: number; size?: PointsSize; sign?: boolean }) {
  const t = useTranslations("ui");
  const { figure, unit } = sizes[size];
  return (
    <span>
      <span className={`inline-block tabular-nums ${figure}`}>
        {(sign ? signed : plain).format(value).replace("-", "−")}
      </span>
      <span className={`inline-block ${unit}`}>{t("unit")}</span>
    </span>
  );
}
