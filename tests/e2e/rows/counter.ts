import { newId } from "@/lib/shared/ids";
import type { Things } from "../../support/matrix-things";
import { type ActionRow, actsForStaff, at, type RouteRow, same, staffOnly, staffWithoutRole, state } from "./kit";

const desk = "app/admin/(counter)/counter";
/** No visit is open in these sessions: its pages lead to the first one, and its acts do nothing. */
const withoutVisit = staffWithoutRole;
const doesNothing = { ...same("asks_staff" as const), staff: "refused" } as const;

export const counterRoutes: Record<string, RouteRow> = {
  "/admin/counter": { path: at("/admin/counter"), answers: staffOnly },
  "/admin/counter/new": { path: at("/admin/counter/new"), answers: staffOnly },
  "/admin/counter/menu": { path: at("/admin/counter/menu"), answers: withoutVisit },
  "/admin/counter/grant": { path: at("/admin/counter/grant"), answers: withoutVisit },
  "/admin/counter/grant/[activityId]": {
    path: ({ openActivityId }) => `/admin/counter/grant/${openActivityId}`,
    answers: withoutVisit,
  },
  "/admin/counter/exchange": { path: at("/admin/counter/exchange"), answers: withoutVisit },
  "/admin/counter/exchange/[itemId]": {
    path: ({ rewardId }) => `/admin/counter/exchange/${rewardId}`,
    answers: withoutVisit,
  },
  "/admin/counter/pin": { path: at("/admin/counter/pin"), answers: withoutVisit },
  "/admin/counter/card": { path: at("/admin/counter/card"), answers: withoutVisit },
  "/admin/counter/balance": { path: at("/admin/counter/balance"), answers: withoutVisit },
};

const act = (
  path: string,
  form: (things: Things) => Record<string, string>,
  staff: "acts" | "refused" | "refused_on_record",
): ActionRow => ({
  path: at(path),
  given: (things) => ({ before: state, form: form(things) }),
  answers: { ...actsForStaff, staff },
});

const newcomer = () => ({
  ...{ id: newId(), familyName: "狛江", givenName: "一郎", familyKana: "コマエ", givenKana: "イチロウ" },
  ...{ bornOn: "昭和20年1月2日", tie: "resident", agrees: "yes" },
});
const wish = ({ rewardId: itemId }: Things) => ({ visitId: newId(), id: newId(), itemId, pieces: "1", points: "1" });

export const counterActions: Record<string, ActionRow> = {
  [`${desk}/find/actions.ts#findPersonAction`]: act("/admin/counter", () => ({ words: "サトウ" }), "refused_on_record"),
  // A wrong answer: the try is on record.
  [`${desk}/find/actions.ts#openVisitAction`]: act(
    "/admin/counter",
    ({ memberA }) => ({ memberId: memberA, foundBy: "card", question: "email", answer: "x@example.jp" }),
    "refused_on_record",
  ),
  [`${desk}/new/actions.ts#signUpAction`]: act("/admin/counter/new", newcomer, "acts"),
  [`${desk}/actions.ts#touchVisitAction`]: {
    path: at("/admin/counter"),
    given: () => ({ before: [newId()] }),
    answers: doesNothing,
  },
  [`${desk}/grant/[activityId]/actions.ts#grantAction`]: act(
    "/admin/counter",
    ({ openActivityId }) => ({ visitId: newId(), activityId: openActivityId }),
    "refused",
  ),
  [`${desk}/exchange/[itemId]/actions.ts#exchangeAction`]: act("/admin/counter", wish, "refused"),
  [`${desk}/pin/actions.ts#setPinAction`]: act("/admin/counter", () => ({ visitId: newId(), pin: "2580" }), "refused"),
  [`${desk}/card/actions.ts#issueCardAction`]: act("/admin/counter", () => ({ visitId: newId() }), "refused"),
  [`${desk}/card/actions.ts#reissueCardAction`]: act(
    "/admin/counter",
    ({ cardToReissue }) => ({ visitId: newId(), cardId: cardToReissue, reason: "試験のため" }),
    "refused",
  ),
  [`${desk}/actions.ts#endVisitAction`]: {
    path: at("/admin/counter"),
    given: () => ({ form: { visitId: newId() } }),
    answers: doesNothing,
  },
};
