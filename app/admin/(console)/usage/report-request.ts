import { cityNow } from "@/lib/clock/city-now";
import { cityDay } from "@/lib/shared/city-time";
import type { Scope } from "@/lib/shared/scope";
import { decidePeriod, monthPeriod } from "@/lib/usage/decide-period";
import { UsageQuery } from "@/lib/usage/input";

/** Reads a report's address: what is asked for, the period it covers, and why the asked period was not taken, if it was not. */
export async function readReportRequest(sent: Record<string, string | string[] | undefined>, sections: Scope) {
  const today = cityDay(await cityNow());
  const single = Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, [value].flat()[0] || undefined]),
  );
  const asked = UsageQuery.parse(single);
  const decided = decidePeriod({ ...(asked.from && { from: asked.from }), ...(asked.to && { to: asked.to }) }, today);
  const period = decided.ok ? decided.value : monthPeriod(today);
  const scope = { period, shopId: asked.shop, programmeId: asked.programme, sections };
  return { asked: { ...asked, ...period }, scope, refusal: decided.ok ? undefined : decided.reason };
}
