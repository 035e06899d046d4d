import { newId } from "@/lib/shared/ids";
import { type ActionRow, actsForStaff, at, type RouteRow, staffWithoutRole, state } from "./kit";

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

const act = (form: () => Record<string, string>): ActionRow => ({
  path: at("/admin"),
  given: () => ({ before: state, form: form() }),
  // What is denied leaves its row.
  answers: actsForStaff,
});

export const peopleActions: Record<string, ActionRow> = {
  [`${actionsFile}#inviteStaffAction`]: act(() => ({ id: newId(), reason })),
  [`${actionsFile}#changeRolesAction`]: act(() => ({ staffId: newId(), reason })),
  [`${actionsFile}#recoverStaffAction`]: act(() => ({ staffId: newId(), reason })),
  [`${actionsFile}#disableStaffAction`]: act(() => ({ staffId: newId(), reason })),
  [`${actionsFile}#enableStaffAction`]: act(() => ({ staffId: newId(), reason })),
  [`${actionsFile}#openEnrolmentAction`]: act(() => ({ approvalId: newId() })),
};
