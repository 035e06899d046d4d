import type { Things } from "../../support/matrix-things";
import { type ActionRow, at, state } from "./kit";

const own = "app/(citizen)/me";
const answersCitizens = {
  nobody: "asks_citizen",
  citizenA: "answers",
  citizenB: "answers",
  staff: "asks_citizen",
} as const;
/** A proxy of nobody's. */
const proxyId = "01a20d4d-a2fc-71ca-9a7f-000000000000";
const onProxies = (form: (things: Things) => Record<string, string>): ActionRow => ({
  path: at("/me/proxies"),
  given: (things) => ({ form: form(things) }),
  answers: answersCitizens,
});

export const proxyActions: Record<string, ActionRow> = {
  [`${own}/proxies/actions.ts#actForAction`]: onProxies(() => ({ proxyId })),
  [`${own}/proxies/actions.ts#endProxyAction`]: onProxies(() => ({ proxyId })),
  [`${own}/proxies/actions.ts#stopActingAction`]: onProxies(() => ({})),
  [`${own}/suspension/actions.ts#sendAppealAction`]: {
    path: at("/me/suspension"),
    given: () => ({ before: state, form: { text: "止められるおぼえがありません" } }),
    answers: answersCitizens,
  },
};
