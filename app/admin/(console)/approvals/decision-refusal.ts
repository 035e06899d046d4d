import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { DecisionRefusal, WithdrawalRefusal } from "@/lib/approvals/decide-approval";
import { decisionRefusals } from "@/lib/approvals/decide-approval";
import { findApproval } from "@/lib/approvals/queries";
import { cityNow } from "@/lib/clock/city-now";
import { formatCityDateTime } from "@/lib/shared/city-time";
import type { FormState } from "@/lib/shared/form";
import type { Holding } from "@/lib/staff/decide-permission";
import type { ExecuteRefusal } from "./executors";
import { readerOf } from "./reader";

type Person = { staffId: string; holdings: readonly Holding[] };
type Refusal = DecisionRefusal | WithdrawalRefusal | ExecuteRefusal;

/** Why a step was not taken, in a sentence; who was quicker is named. Without the permission it is the page that says so. */
export async function decisionRefusal(reason: Refusal, approvalId: string, person: Person): Promise<FormState> {
  if (reason === "not_permitted") redirect("/admin/denied");
  if (reason === "already_decided") return alreadyDecided(approvalId, person);
  const t = await getTranslations("approvals");
  const title = isOfStep(reason) ? t(`refusal.${reason}`) : t(`executeRefusal.${reason}`);
  return { values: {}, errors: [], notice: { kind: "error", title } };
}

type OfStep = Exclude<DecisionRefusal | WithdrawalRefusal, "already_decided" | "not_permitted">;
const isOfStep = (reason: Refusal): reason is OfStep =>
  reason === "not_yours" || decisionRefusals.some((known) => known === reason);

async function alreadyDecided(approvalId: string, person: Person): Promise<FormState> {
  const t = await getTranslations("approvals");
  const found = await findApproval(approvalId, readerOf(person), await cityNow());
  const name = found?.checker ?? found?.maker ?? "";
  const at = found?.endedAt ? formatCityDateTime(found.endedAt) : "";
  const title = t("refusal.already_decided", { name, at, state: found ? t(`state.${found.state}`) : "" });
  return { values: {}, errors: [], notice: { kind: "error", title } };
}
