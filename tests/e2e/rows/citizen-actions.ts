import { type ActionRow, actsForA, actsForCitizens, at, same, state } from "./kit";
import { waysActions } from "./ways";

export const citizenActions: Record<string, ActionRow> = {
  // Before the quotes, since a new one closes it.
  "app/(citizen)/s/[code]/check/[quote]/actions.ts#payAction": {
    path: (things) => `/s/${things.paidToken}/check/${things.quoteId}`,
    given: (things) => ({ before: state, form: { token: things.paidToken, quote: things.quoteId } }),
    answers: actsForA,
  },
  // Before the ends of A's sessions, one of which is of the device that is named.
  ...waysActions,
  "app/(citizen)/e/[code]/actions.ts#claimAction": {
    path: (things) => `/e/${things.openToken}`,
    given: (things) => ({ before: state, form: { token: things.openToken } }),
    answers: actsForCitizens,
  },
  "app/(citizen)/me/actions.ts#changeNicknameAction": {
    path: at("/me"),
    given: () => ({ before: state, form: { nickname: `花子${Math.floor(performance.now())}` } }),
    answers: actsForCitizens,
  },
  "app/(citizen)/me/actions.ts#signOutAction": {
    path: at("/me"),
    given: () => ({ form: {} }),
    answers: actsForCitizens,
  },
  "app/(citizen)/me/actions.ts#signOutEverywhereAction": {
    path: at("/me"),
    given: () => ({ form: {} }),
    answers: actsForCitizens,
  },
  "app/(citizen)/me/leave/actions.ts#askToLeaveAction": {
    path: at("/me/leave"),
    given: () => ({ form: {} }),
    answers: actsForCitizens,
  },
  "app/(citizen)/me/leave/actions.ts#stayAction": {
    path: at("/me/leave"),
    given: () => ({ form: {} }),
    answers: actsForCitizens,
  },
  "app/(citizen)/me/profile/actions.ts#changeProfileAction": {
    path: at("/me/profile"),
    given: () => ({ before: state, form: { tie: "worker", birthYear: "1948" } }),
    answers: actsForCitizens,
  },
  "app/(citizen)/receipts/[id]/actions.ts#closeAction": {
    path: (things) => `/receipts/${things.paymentId}`,
    given: (things) => ({ form: { id: things.paymentId } }),
    answers: { nobody: "asks_citizen", citizenA: "answers", citizenB: "refused", staff: "asks_citizen" },
  },
  "app/(citizen)/s/[code]/actions.ts#signInAction": {
    path: (things) => `/s/${things.shopToken}`,
    given: (things) => ({ form: { token: things.shopToken } }),
    answers: { nobody: "asks_citizen", citizenA: "answers", citizenB: "answers", staff: "asks_citizen" },
  },
  "app/(citizen)/s/[code]/actions.ts#quoteAction": {
    path: (things) => `/s/${things.shopToken}`,
    given: (things) => ({ before: state, form: { token: things.shopToken, points: "5" } }),
    answers: actsForCitizens,
  },
  "app/(citizen)/s/[code]/check/[quote]/actions.ts#quoteAgainAction": {
    path: (things) => `/s/${things.paidToken}/check/${things.quoteId}`,
    given: (things) => ({ form: { token: things.shopToken, points: "5" } }),
    answers: actsForCitizens,
  },
  "app/(citizen)/scan/actions.ts#openTypedCodeAction": {
    path: at("/scan"),
    given: (things) => ({ before: state, form: { code: things.typedCode } }),
    answers: same("answers"),
  },
};
