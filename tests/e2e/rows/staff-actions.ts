import { type ActionRow, actsForStaff, at, same, state } from "./kit";

export const staffActions: Record<string, ActionRow> = {
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
  "app/admin/sign-in/actions.ts#signOutStaffAction": {
    path: at("/admin/usage"),
    given: () => ({ form: {} }),
    answers: actsForStaff,
  },
};
