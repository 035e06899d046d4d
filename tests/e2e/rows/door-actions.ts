import { newId } from "@/lib/shared/ids";
import { makeEnrolmentCode } from "@/lib/staff/decide-invitation";
import { type ActionRow, actsForStaff, at, same, state } from "./kit";

/** A step in the middle of a sign-in: whoever is not in the middle of one is sent to its beginning. */
const atDoor = (path: string, form: Record<string, string>): ActionRow => ({
  path: at(path),
  given: () => ({ before: state, form }),
  answers: same("asks_staff"),
});

/** The way in and out of /admin. */
export const doorActions: Record<string, ActionRow> = {
  "app/admin/sign-in/actions.ts#askStaffCodeAction": {
    path: at("/admin/sign-in"),
    given: () => ({ before: state, form: { email: `staff${Math.floor(performance.now())}@example.jp` } }),
    answers: same("answers"),
  },
  "app/admin/sign-in/code/actions.ts#resendStaffCodeAction": {
    path: at("/admin/sign-in/code"),
    given: () => ({ before: state, form: {} }),
    answers: same("asks_staff"),
  },
  "app/admin/sign-in/code/actions.ts#verifyStaffCodeAction": {
    path: at("/admin/sign-in/code"),
    given: () => ({ before: state, form: { code: "123456" } }),
    answers: same("asks_staff"),
  },
  "app/admin/sign-in/actions.ts#askSignInPasskeyAction": {
    path: at("/admin/sign-in"),
    given: () => ({}),
    answers: same("answers"),
  },
  "app/admin/sign-in/actions.ts#signInByPasskeyAction": {
    path: at("/admin/sign-in"),
    given: () => ({ before: state, form: { response: "{}" } }),
    answers: same("refused"),
  },
  "app/admin/sign-in/second/actions.ts#signInByTotpAction": atDoor("/admin/sign-in/second", { code: "123456" }),
  "app/admin/sign-in/enrol/actions.ts#acceptEnrolmentCodeAction": atDoor("/admin/sign-in/enrol", {
    code: makeEnrolmentCode(Buffer.alloc(8)),
  }),
  "app/admin/sign-in/enrol/actions.ts#askNewPasskeyAction": {
    path: at("/admin/sign-in/enrol"),
    given: () => ({}),
    answers: same("asks_staff"),
  },
  "app/admin/sign-in/enrol/actions.ts#enrolByPasskeyAction": {
    path: at("/admin/sign-in/enrol"),
    given: () => ({ before: state, form: { response: "{}" } }),
    answers: same("refused"),
  },
  "app/admin/sign-in/enrol/actions.ts#startEnrolTotpAction": {
    path: at("/admin/sign-in/enrol"),
    given: () => ({ before: state }),
    answers: same("asks_staff"),
  },
  "app/admin/sign-in/enrol/actions.ts#enrolByTotpAction": atDoor("/admin/sign-in/enrol", {
    code: "123456",
    totpId: newId(),
  }),
  "app/admin/sign-in/actions.ts#signOutStaffAction": {
    path: at("/admin/usage"),
    given: () => ({ form: {} }),
    answers: actsForStaff,
  },
};
