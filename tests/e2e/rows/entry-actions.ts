import { type ActionRow, at, same, state } from "./kit";

export const entryActions: Record<string, ActionRow> = {
  "app/(entry)/sign-in/actions.ts#askCodeAction": {
    path: at("/sign-in"),
    given: () => ({ before: state, form: { email: `citizen${Math.floor(performance.now())}@example.jp` } }),
    answers: same("answers"),
  },
  "app/(entry)/sign-in/code/actions.ts#resendCodeAction": {
    path: at("/sign-in/code"),
    given: () => ({ before: state, form: {} }),
    answers: same("asks_citizen"),
  },
  "app/(entry)/sign-in/code/actions.ts#verifyCodeAction": {
    path: at("/sign-in/code"),
    given: () => ({ before: state, form: { code: "123456" } }),
    answers: same("asks_citizen"),
  },
};
