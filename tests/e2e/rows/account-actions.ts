import { newId } from "@/lib/shared/ids";
import type { Arguments } from "../../support/call-action";
import { type ActionAnswer, type ActionRow, actsForStaff, at, same, state } from "./kit";

/** For each member of staff alike; nobody else gets past the guard. */
const forStaff = (path: string, given: Arguments, staff: ActionAnswer): ActionRow => ({
  path: at(path),
  given: () => given,
  answers: staff === "acts" ? actsForStaff : { ...same("asks_staff" as const), staff },
});

const me = "app/admin/(console)/me";
const stepUp = "app/admin/(console)/step-up/actions.ts";

/** One's own account, in a session that has just shown its second factor. */
export const accountActions: Record<string, ActionRow> = {
  "app/admin/(console)/actions.ts#keepSessionAction": forStaff("/admin", {}, "answers"),
  [`${me}/actions.ts#askOwnPasskeyAction`]: forStaff("/admin/me", {}, "answers"),
  [`${me}/actions.ts#addPasskeyAction`]: forStaff("/admin/me", { before: state, form: { response: "{}" } }, "refused"),
  [`${me}/actions.ts#removeFactorAction`]: forStaff(
    "/admin/me",
    { before: state, form: { factorId: newId() } },
    "refused_on_record",
  ),
  [`${me}/totp/actions.ts#startOwnTotpAction`]: forStaff("/admin/me", { before: state }, "acts"),
  [`${me}/totp/actions.ts#addTotpAction`]: forStaff(
    "/admin/me",
    { before: state, form: { code: "123456", totpId: newId() } },
    "refused",
  ),
  [`${me}/actions.ts#endSessionAction`]: forStaff(
    "/admin/me",
    { before: state, form: { sessionId: newId() } },
    "refused_on_record",
  ),
  [`${me}/link/actions.ts#linkMemberAction`]: forStaff(
    "/admin/me",
    { before: state, form: { number: "9999-9999-8" } },
    "refused_on_record",
  ),
  [`${me}/link/actions.ts#unlinkMemberAction`]: forStaff("/admin/me", { before: state }, "acts"),
  [`${me}/actions.ts#endOtherSessionsAction`]: forStaff("/admin/me", { before: state }, "acts"),
  [`${stepUp}#askStepUpPasskeyAction`]: forStaff("/admin/step-up", {}, "answers"),
  [`${stepUp}#stepUpByPasskeyAction`]: forStaff(
    "/admin/step-up",
    { before: state, form: { response: "{}" } },
    "refused",
  ),
  [`${stepUp}#stepUpByTotpAction`]: forStaff(
    "/admin/step-up",
    { before: state, form: { code: "123456" } },
    "refused_on_record",
  ),
};
