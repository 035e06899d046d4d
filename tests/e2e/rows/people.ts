import { newId } from "@/lib/shared/ids";
import type { Things } from "../../support/matrix-things";
import { type ActionRow, at, deniesStaff, type RouteRow, staffWithoutRole, state } from "./kit";

const actionsFile = "app/admin/(console)/staff/actions.ts";
const reason = "試験のため";

export const peopleRoutes: Record<string, RouteRow> = {
  "/admin/staff": { path: at("/admin/staff"), answers: staffWithoutRole },
  "/admin/staff/[id]": { path: ({ staffId }) => `/admin/staff/${staffId}`, answers: staffWithoutRole },
  "/admin/staff/[id]/[act]": { path: ({ staffId }) => `/admin/staff/${staffId}/recover`, answers: staffWithoutRole },
  "/admin/staff/[id]/roles": { path: ({ staffId }) => `/admin/staff/${staffId}/roles`, answers: staffWithoutRole },
  "/admin/staff/new": { path: at("/admin/staff/new"), answers: staffWithoutRole },
  "/admin/staff/roles": { path: at("/admin/staff/roles"), answers: staffWithoutRole },
};

const act = (form: (things: Things) => Record<string, string>): ActionRow => ({
  path: at("/admin"),
  given: (things) => ({ before: state, form: form(things) }),
  answers: deniesStaff,
  actor: "administrator",
});

const newcomer = ({ sectionId }: Things) => ({
  id: newId(),
  name: "新任",
  email: `${newId()}@example.jp`,
  sectionId,
  reason,
});

export const peopleActions: Record<string, ActionRow> = {
  [`${actionsFile}#inviteStaffAction`]: act((things) => ({ ...newcomer(things), "role.viewer.0": "everywhere" })),
  [`${actionsFile}#changeRolesAction`]: act(({ staffToChange: staffId }) => ({
    ...{ staffId, reason, "role.counter.0": "everywhere" },
  })),
  [`${actionsFile}#recoverStaffAction`]: act(({ staffToRecover: staffId }) => ({ staffId, reason })),
  [`${actionsFile}#disableStaffAction`]: act(({ staffToDisable: staffId }) => ({ staffId, reason })),
  [`${actionsFile}#enableStaffAction`]: act(({ staffToEnable: staffId }) => ({ staffId, reason })),
  [`${actionsFile}#openEnrolmentAction`]: act(({ approvedRecovery }) => ({ approvalId: approvedRecovery })),
};
