export type StaffState = "disabled" | "waiting" | "enabled";

/** What stands beside a name: shut out, invited but not yet enrolled, or able to sign in. */
export function decideStaffState({ disabled, isEnrolled }: { disabled: boolean; isEnrolled: boolean }): StaffState {
  if (disabled) return "disabled";
  return isEnrolled ? "enabled" : "waiting";
}
