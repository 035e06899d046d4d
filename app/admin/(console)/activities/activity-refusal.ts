import { getTranslations } from "next-intl/server";
import type { ActivityChangeRefusal } from "@/lib/activities/update-activity";
import { findProgramme } from "@/lib/programmes/queries";
import { formatCityDate } from "@/lib/shared/city-time";
import type { FormState } from "@/lib/shared/form";
import type { Scope } from "@/lib/shared/scope";

/** The form's fields that have a label, by their names. */
export const activityFields = [
  "programmeId",
  "groupId",
  "title",
  "summary",
  "place",
  "organiser",
  "audience",
  "points",
  "claimLimit",
  "startsOn",
  "startsTime",
  "endsOn",
  "endsTime",
  "windowKind",
  "opensOn",
  "opensTime",
  "closesOn",
  "closesTime",
] as const;

const fieldOf = {
  ends_before_start: "endsOn",
  window_reversed: "windowKind",
  window_too_early: "opensOn",
  window_too_late: "closesOn",
  outside_programme: "startsOn",
  points_over_budget: "points",
  unknown_programme: "programmeId",
  unknown_group: "groupId",
  unknown_activity: "title",
  cancelled: "title",
  already_granted: "points",
  code_is_live: "claimLimit",
  code_needs_approval: "points",
} as const satisfies Record<ActivityChangeRefusal | "unknown_programme", string>;

/** Why an activity cannot be as typed, at the field that says it. `values.programmeId` was parsed before. */
export async function activityRefusal(
  reason: keyof typeof fieldOf,
  values: Record<string, string>,
  scope: Scope,
): Promise<FormState> {
  const t = await getTranslations("activities.refusal");
  const programme = reason === "outside_programme" ? await findProgramme(values.programmeId ?? "", scope) : undefined;
  const period = { start: formatCityDay(programme?.startsOn), end: formatCityDay(programme?.endsOn) };
  return { values, errors: [{ field: fieldOf[reason], message: t(reason, period) }] };
}

const formatCityDay = (day: string | undefined): string => (day ? formatCityDate(day) : "");
