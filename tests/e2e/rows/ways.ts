import type { Arguments } from "../../support/call-action";
import type { Things } from "../../support/matrix-things";
import {
  type ActionRow,
  actsForA,
  actsForCitizens,
  at,
  citizens,
  type RouteRow,
  refusesCitizens,
  same,
  state,
} from "./kit";

const answersCitizens = { ...actsForCitizens, citizenA: "answers", citizenB: "answers" } as const;
/** Of a step that has not been begun in this browser. */
const leadsBack = { ...citizens, citizenA: "leads_on", citizenB: "leads_on" } as const;

export const waysRoutes: Record<string, RouteRow> = {
  "/me/devices": { path: at("/me/devices"), answers: citizens },
  "/me/ways-in": { path: at("/me/ways-in"), answers: citizens },
  "/me/ways-in/email": { path: at("/me/ways-in/email"), answers: citizens },
  "/me/ways-in/email/code": { path: at("/me/ways-in/email/code"), answers: leadsBack },
  "/me/card": { path: at("/me/card"), answers: citizens },
  "/me/card/join": { path: at("/me/card/join"), answers: citizens },
  "/prove": { path: at("/prove"), answers: citizens },
  "/prove/code": { path: at("/prove/code"), answers: leadsBack },
};

const answers = (path: string, form?: Record<string, string>): ActionRow => {
  const given: Arguments = form ? { before: state, form } : {};
  return { path: at(path), given: () => given, answers: answersCitizens };
};

const refuses = (path: string, form: Record<string, string>): ActionRow => ({
  ...answers(path, form),
  answers: refusesCitizens,
});
/** Of the one passkey that A has. */
const toPasskeyOfA = (form: (things: Things) => Record<string, string>): ActionRow => ({
  path: at("/me/ways-in"),
  given: (things) => ({ before: state, form: form(things) }),
  answers: actsForA,
});
/** Of a provider that there is none of. */
const toNoProvider = (path: string): ActionRow => ({
  path: at(path),
  given: () => ({ form: { key: "nobody" } }),
  answers: refusesCitizens,
});

const ways = "app/(citizen)/me/ways-in";
const prove = "app/(entry)/prove";

/** Of citizens whose session has just been proven; the passkey and the device that they name are A's, the codes nobody's. */
export const waysActions: Record<string, ActionRow> = {
  "app/(citizen)/actions.ts#dismissOfferAction": { ...answers("/"), given: () => ({ form: {} }) },
  "app/(citizen)/me/devices/actions.ts#endDeviceAction": {
    ...answers("/me/devices"),
    given: ({ deviceOfA }) => ({ form: { sessionId: deviceOfA } }),
    // Who names another's is told what who names one that has ended is told.
    answers: { ...answersCitizens, citizenA: "acts" },
  },
  "app/(citizen)/me/devices/actions.ts#endOtherDevicesAction": {
    ...answers("/me/devices"),
    given: () => ({ form: {} }),
    answers: actsForCitizens,
  },
  "app/(citizen)/me/card/actions.ts#renewCodeAction": answers("/me/card"),
  "app/(citizen)/me/card/join/actions.ts#joinCardAction": refuses("/me/card/join", { card: "1", pin: "2580" }),
  [`${ways}/actions.ts#askNewPasskeyAction`]: answers("/me/ways-in"),
  [`${ways}/actions.ts#addPasskeyAction`]: refuses("/me/ways-in", { response: "{}" }),
  [`${ways}/actions.ts#namePasskeyAction`]: toPasskeyOfA(({ passkeyOfA: passkeyId }) => ({ passkeyId, label: "電話" })),
  [`${ways}/actions.ts#removeWayAction`]: toPasskeyOfA(({ passkeyOfA: id }) => ({ kind: "passkey", id })),
  [`${ways}/email/actions.ts#askEmailCodeAction`]: {
    ...answers("/me/ways-in/email"),
    given: () => ({ before: state, form: { email: `new${Math.floor(performance.now())}@example.jp` } }),
  },
  [`${ways}/email/code/actions.ts#addEmailAction`]: answers("/me/ways-in/email", { code: "123456" }),
  [`${prove}/actions.ts#askProveCodeAction`]: answers("/prove", { to: "" }),
  [`${prove}/actions.ts#askProvePasskeyAction`]: answers("/prove"),
  [`${prove}/actions.ts#proveByPasskeyAction`]: refuses("/prove", { response: "{}" }),
  [`${ways}/provider/actions.ts#linkProviderAction`]: toNoProvider("/me/ways-in"),
  "app/(citizen)/me/profile/actions.ts#confirmResidencyAction": toNoProvider("/me/profile"),
  [`${prove}/provider/actions.ts#proveAtProviderAction`]: toNoProvider("/prove"),
  [`${prove}/code/actions.ts#proveByCodeAction`]: answers("/prove", { code: "123456" }),
  "app/(entry)/sign-in/actions.ts#askPasskeyAction": {
    path: at("/sign-in"),
    given: () => ({}),
    answers: same("answers"),
  },
  "app/(entry)/sign-in/actions.ts#signInByPasskeyAction": {
    path: at("/sign-in"),
    given: () => ({ before: state, form: { response: "{}" } }),
    answers: same("refused"),
  },
};
