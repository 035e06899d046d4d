import type { Things } from "../../support/matrix-things";
import { type ActionRow, actsForStaff, at, type RouteRow, staffOnly, state } from "./kit";

const consolePath = "app/admin/(console)/members";
const member = (after: string) => (things: Things) => `/admin/members/${things.cardMember}${after}`;
const reason = "紛失の届け出のため";

export const memberRoutes: Record<string, RouteRow> = {
  "/admin/members": { path: at("/admin/members"), answers: staffOnly },
  "/admin/members/[id]": { path: member(""), answers: staffOnly },
  "/admin/members/[id]/card/issue": {
    path: ({ memberToCard }) => `/admin/members/${memberToCard}/card/issue`,
    answers: staffOnly,
  },
  "/admin/members/[id]/card/print": { path: member("/card/print"), answers: staffOnly },
  "/admin/members/[id]/card/reissue": { path: member("/card/reissue"), answers: staffOnly },
  "/admin/members/[id]/card/revoke": { path: member("/card/revoke"), answers: staffOnly },
  "/admin/members/[id]/residency": { path: member("/residency"), answers: staffOnly },
};

const act = (path: ActionRow["path"], form: (things: Things) => Record<string, string>): ActionRow => ({
  path,
  given: (things) => ({ before: state, form: form(things) }),
  answers: actsForStaff,
});

export const memberActions: Record<string, ActionRow> = {
  [`${consolePath}/actions.ts#searchMembersAction`]: act(at("/admin/members"), () => ({ typed: "サトウ" })),
  [`${consolePath}/actions.ts#discloseMemberAction`]: act(member(""), ({ memberA }) => ({
    memberId: memberA,
    purpose: "identity_check",
  })),
  [`${consolePath}/[id]/residency/actions.ts#checkResidencyAction`]: act(member("/residency"), ({ cardMember }) => ({
    memberId: cardMember,
  })),
  [`${consolePath}/[id]/card/actions.ts#issueCardAction`]: act(
    ({ memberToCard }) => `/admin/members/${memberToCard}/card/issue`,
    ({ memberToCard }) => ({ memberId: memberToCard }),
  ),
  [`${consolePath}/[id]/card/actions.ts#reissueCardAction`]: act(member("/card/reissue"), ({ cardToReissue }) => ({
    cardId: cardToReissue,
    reason,
  })),
  [`${consolePath}/[id]/card/actions.ts#revokeCardAction`]: act(member("/card/revoke"), ({ cardToRevoke }) => ({
    cardId: cardToRevoke,
    reason,
  })),
};
