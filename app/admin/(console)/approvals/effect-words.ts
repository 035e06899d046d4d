import { getTranslations } from "next-intl/server";
import { expiryKinds } from "@/lib/programmes/input";
import { formatCityDate, isCityDay } from "@/lib/shared/city-time";

type Line = { label: string; before: string | null; after: string | null };

/** Lines whose values are points. */
const inPoints = [
  ...["budget", "used", "points", "entry", "remaining", "refunded", "balance", "balances"],
  ...["balanceFrom", "balanceInto", "mergedPoints", "comesBack", "staysSpent"],
];
/** Lines whose values are how many of something. */
const counted = [
  ...["movedIdentities", "movedPasskeys", "movedAddress", "endedAddress", "addressTaken"],
  ...["voidCards", "cardsStayVoid", "proxiesStayEnded"],
];
const labels = [
  ...["programme", "activity", "shop", "budget", "used", "points", "expiryKind", "expiryCount", "expiryOn"],
  ...["entry", "remaining", "refunded", "reward", "pieces", "balance", "serial"],
  ...[
    "mergeFrom",
    "mergeInto",
    "mergeBack",
    "mergeStays",
    "balanceFrom",
    "balanceInto",
    "mergedPoints",
    "comesBack",
    "staysSpent",
  ],
  ...["movedIdentities", "movedPasskeys", "movedAddress", "voidCards", "cardsStayVoid", "proxiesStayEnded"],
  ...["endedAddress", "addressTaken"],
  ...["members", "balances", "liveCodes", "openInvitations", "budgets"],
] as const;

/** An effect's line in words. A line whose label is not known here was written in words by its domain. */
export async function effectWords({ label, before, after }: Line): Promise<Line> {
  const t = await getTranslations("approvals");
  const known = labels.find((name) => name === label);
  const say = (value: string | null) => (value === null ? Promise.resolve(null) : valueWords(label, value));
  return {
    label: known ? t(`line.${known as "budget"}`) : label,
    before: await say(before),
    after: await say(after),
  };
}

async function valueWords(label: string, value: string): Promise<string> {
  const [tc, tp, tl] = await Promise.all([
    getTranslations("console"),
    getTranslations("programmes"),
    getTranslations("approvals.line"),
  ]);
  if (inPoints.includes(label)) return tc("points", { points: Number(value) });
  if (counted.includes(label)) return tl("counted", { count: Number(value) });
  if (label === "serial" && value === "new") return tl("newSerial");
  if (isCityDay(value)) return formatCityDate(value);
  const kind = label === "expiryKind" && expiryKinds.find((known) => known === value);
  return kind ? tp(`expiry.${kind}`) : value;
}
