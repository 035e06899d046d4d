import { type ActionRow, actsForCitizens, at, same, state } from "./kit";

/** Both citizens have answered already: a second time changes nothing. */
const answeredBefore = { ...actsForCitizens, citizenA: "answers", citizenB: "answers" } as const;

export const entryActions: Record<string, ActionRow> = {
  "app/(entry)/consent/actions.ts#renewConsentAction": {
    path: at("/consent"),
    given: () => ({ before: state, form: { terms: "1", privacy: "1" } }),
    answers: answeredBefore,
  },
  "app/(entry)/sign-up/actions.ts#finishSignUpAction": {
    path: at("/sign-up"),
    given: () => ({ before: state, form: { tie: "worker", agrees: "yes", terms: "1", privacy: "1" } }),
    answers: answeredBefore,
  },
  "app/(entry)/sign-in/actions.ts#askCodeAction": {
    path: at("/sign-in"),
    given: () => ({ before: state, form: { email: `citizen${Math.floor(performance.now())}@example.jp` } }),
    answers: same("answers"),
  },
  "app/(entry)/sign-in/provider/actions.ts#signInAtProviderAction": {
    path: at("/sign-in"),
    given: () => ({ form: { key: "portal" } }),
    answers: same("refused"),
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
