import type { Medians } from "./measure";

export type Figure = { name: string; value: number; unit: string; target: string };

const EARN = "earn in SQL";
const LIMIT = "single durable insert (the limit)";

type Ratio = { name: string; of: string; to: string; target: number };
const ratios: Ratio[] = [
  { name: "earn_sql_ratio_32", of: EARN, to: LIMIT, target: 0.4 },
  { name: "earn_budget_sql_ratio_32", of: "earn with a hard budget in SQL", to: LIMIT, target: 0.2 },
  { name: "pay_sql_ratio_32", of: "pay from three lots in SQL", to: LIMIT, target: 0.35 },
  { name: "earn_app_vs_sql_32", of: "earn as the app calls it", to: "earn with a hard budget in SQL", target: 0.25 },
  { name: "pay_app_vs_sql_32", of: "pay as the app calls it", to: "pay from three lots in SQL", target: 0.25 },
  {
    name: "earn_http_vs_trivial_action",
    of: "earn over HTTP",
    to: "trivial action over HTTP (typed code)",
    target: 0.8,
  },
];

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** The named figures of what was measured (targets: design of the ledger, §6), in the order of the list. */
export function readFigures(medians: Medians, megabytes: number | undefined): Figure[] {
  const at = (name: string, clients: number) => medians.get(name)?.[clients];
  const figures: Figure[] = [];
  const limit = at(LIMIT, 32);
  if (limit)
    figures.push({ name: "single_insert_tps_32", value: round(limit, 0), unit: "per second", target: "the limit" });
  for (const { name, of, to, target } of ratios) {
    const [part, whole] = [at(of, 32), at(to, 32)];
    if (part && whole) figures.push({ name, value: round(part / whole, 3), unit: "ratio", target: `>= ${target}` });
  }
  const [one, many] = [at(EARN, 1), at(EARN, 32)];
  if (one && many) figures.push({ name: "tps_32_vs_1", value: round(many / one, 2), unit: "ratio", target: ">= 1" });
  if (megabytes) figures.push({ name: "server_rss_mb_64", value: round(megabytes, 0), unit: "MB", target: "<= 400" });
  return figures;
}

export function isMet({ value, target }: Figure): boolean {
  const [sign, bound] = target.split(" ");
  if (sign === ">=") return value >= Number(bound);
  return sign === "<=" ? value <= Number(bound) : true;
}
