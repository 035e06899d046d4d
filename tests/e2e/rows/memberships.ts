import type { Things } from "../../support/matrix-things";
import { type ActionRow, actsForStaff, at, type RouteRow, staffOnly, state } from "./kit";

const consolePath = "app/admin/(console)/members/[id]";
const of =
  (name: "memberToSuspend" | "suspendedMember" | "principal" | "memberToMerge" | "mergedMember", page: string) =>
  (things: Things) =>
    `/admin/members/${things[name]}/${page}`;

export const membershipRoutes: Record<string, RouteRow> = {
  "/admin/appeals": { path: at("/admin/appeals"), answers: staffOnly },
  "/admin/appeals/[id]": { path: ({ appealId }) => `/admin/appeals/${appealId}`, answers: staffOnly },
  "/admin/members/[id]/merge": { path: of("memberToMerge", "merge"), answers: staffOnly },
  "/admin/members/[id]/proxies": { path: of("principal", "proxies"), answers: staffOnly },
  "/admin/members/[id]/suspension": { path: of("memberToSuspend", "suspension"), answers: staffOnly },
  "/admin/suspensions": { path: at("/admin/suspensions"), answers: staffOnly },
};

const act = (path: ActionRow["path"], form: (things: Things) => Record<string, string>): ActionRow => ({
  path,
  given: (things) => ({ before: state, form: form(things) }),
  answers: actsForStaff,
});

export const membershipActions: Record<string, ActionRow> = {
  [`${consolePath}/suspension/actions.ts#suspendMemberAction`]: act(
    of("memberToSuspend", "suspension"),
    ({ memberToSuspend }) => ({
      id: "01a20d4d-a2fc-71ca-9a7f-000000000001",
      memberId: memberToSuspend,
      reason: "確認のため",
    }),
  ),
  [`${consolePath}/suspension/actions.ts#liftSuspensionAction`]: act(
    of("suspendedMember", "suspension"),
    ({ suspendedMember }) => ({ memberId: suspendedMember, reason: "確認できたため" }),
  ),
  [`${consolePath}/proxies/actions.ts#openProxyAction`]: act(of("principal", "proxies"), (things) => {
    const [year = "", month = "", day = ""] = things.later.split("-");
    return {
      ...{ memberId: things.principal, number: things.memberToStay, relation: "facility", consent: "in_person" },
      ...{ "endsOn.year": year, "endsOn.month": month, "endsOn.day": day, mayEarn: "on" },
    };
  }),
  [`${consolePath}/proxies/actions.ts#endProxyAction`]: act(of("principal", "proxies"), ({ principal, proxyId }) => ({
    memberId: principal,
    proxyId,
  })),
  [`${consolePath}/merge/actions.ts#draftMergeAction`]: act(of("memberToMerge", "merge"), (things) => ({
    memberId: things.memberToMerge,
    number: things.memberToStay,
    draftReason: "同じ人のため",
  })),
  [`${consolePath}/merge/actions.ts#draftUndoMergeAction`]: act(of("mergedMember", "merge"), (things) => ({
    memberId: things.mergedMember,
    mergeId: things.mergeId,
    reason: "別の人だったため",
  })),
  "app/admin/(console)/appeals/[id]/actions.ts#answerAppealAction": act(
    ({ appealId }) => `/admin/appeals/${appealId}`,
    ({ appealId }) => ({ appealId, verdict: "dismissed", answer: "確認しましたが、変わりません" }),
  ),
};
