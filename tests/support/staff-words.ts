import type { StaffWords } from "@/lib/staff/decide-effect";
import { type Role, roles } from "@/lib/staff/permissions";

/** Words for drafts about the staff, each its own name. */
export const plainWords: StaffWords = {
  ...{ person: "person", section: "section", role: "role", state: "state", enabled: "enabled", disabled: "disabled" },
  ...{ factors: "factors", factorsGone: "gone" },
  roles: Object.fromEntries(roles.map((role) => [role, role])) as Record<Role, string>,
  place: (sectionId) => sectionId ?? "everywhere",
};
