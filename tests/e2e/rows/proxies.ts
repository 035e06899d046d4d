import type { Things } from "../../support/matrix-things";
import { type ActionRow, at, refusesCitizens, state } from "./kit";

const own = "app/(citizen)/me";
const onProxies = (form: (things: Things) => Record<string, string>): ActionRow => ({
  path: at("/me/proxies"),
  given: (things) => ({ form: form(things) }),
  answers: refusesCitizens,
});
/** The proxy is between two others. */
const ofOthers = onProxies(({ proxyId }) => ({ proxyId }));

export const proxyActions: Record<string, ActionRow> = {
  [`${own}/proxies/actions.ts#actForAction`]: ofOthers,
  [`${own}/proxies/actions.ts#endProxyAction`]: ofOthers,
  [`${own}/proxies/actions.ts#stopActingAction`]: {
    ...onProxies(() => ({})),
    answers: { ...refusesCitizens, citizenA: "answers", citizenB: "answers" },
  },
  [`${own}/suspension/actions.ts#sendAppealAction`]: {
    path: at("/me/suspension"),
    given: () => ({ before: state, form: { text: "止められるおぼえがありません" } }),
    answers: refusesCitizens,
  },
};
