import { newId } from "@/lib/shared/ids";
import { type ActionRow, at, deniesStaff, open, type RouteRow, staffWithoutRole, state } from "./kit";

const consolePath = "app/admin/(console)";
const settings = `${consolePath}/settings/actions.ts`;
const reason = "試験のため";

/** The city's own settings and the closed test: an administrator's, and what anybody sees of them. */
export const cityRoutes: Record<string, RouteRow> = {
  "/admin/settings": { path: at("/admin/settings"), answers: staffWithoutRole },
  "/admin/settings/edit": { path: at("/admin/settings/edit"), answers: staffWithoutRole },
  "/admin/invitations": { path: at("/admin/invitations"), answers: staffWithoutRole },
  "/admin/invitations/new": { path: at("/admin/invitations/new"), answers: staffWithoutRole },
  "/admin/go-live": { path: at("/admin/go-live"), answers: staffWithoutRole },
  "/icons/[file]": { path: at("/icons/192.png"), answers: open },
  "/logos/[file]": {
    path: at("/logos/00000000-0000-7000-8000-000000000000.png"),
    answers: { nobody: "not_found", citizenA: "not_found", citizenB: "not_found", staff: "not_found" },
  },
};

const act = (path: string, form: Record<string, string>): ActionRow => ({
  path: at(path),
  given: () => ({ before: state, form }),
  answers: deniesStaff,
  actor: "administrator",
});

const terms = {
  ...{ service_name: "こまポ", unit_name: "ポイント", city_name: "狛江市", contact_hours: "平日 9時から17時" },
  ...{ colour_primary: "#115a36", colour_on_primary: "#ffffff", contact_phone: "03-3430-1111" },
  ...{ refund_grace_days: "30", approval_correction_points: "999", approval_code_points: "999", approval_days: "14" },
  ...{ residency_valid_days: "365", withdrawal_days: "30", suspension_reply_days: "14" },
};

/** The tests' book is a demo's. */
const inNoClosedTest = { actorGets: "refused_on_record" } as const;

export const cityActions: Record<string, ActionRow> = {
  [`${settings}#saveSettingsAction`]: act("/admin/settings/edit", { ...terms, step: "save" }),
  [`${settings}#undoSettingsAction`]: act("/admin/settings", { reason }),
  [`${consolePath}/invitations/actions.ts#makeInvitationsAction`]: {
    ...act("/admin/invitations/new", { batchId: newId(), label: "町会", count: "2", days: "7" }),
    ...inNoClosedTest,
  },
  [`${consolePath}/invitations/actions.ts#revokeInvitationsAction`]: {
    ...act("/admin/invitations", { batchId: newId() }),
    given: () => ({ form: { batchId: newId() } }),
  },
  [`${consolePath}/go-live/actions.ts#draftGoingLiveAction`]: {
    ...act("/admin/go-live", { reason }),
    ...inNoClosedTest,
  },
  "app/(citizen)/stay-actions.ts#answerStayAction": {
    path: at("/"),
    given: () => ({ form: { stays: "yes", from: "/me" } }),
    answers: { nobody: "asks_citizen", citizenA: "answers", citizenB: "answers", staff: "asks_citizen" },
  },
};
