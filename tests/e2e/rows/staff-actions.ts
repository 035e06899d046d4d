import { newId } from "@/lib/shared/ids";
import type { Arguments } from "../../support/call-action";
import type { Things } from "../../support/matrix-things";
import { doorActions } from "./door-actions";
import { type ActionRow, actsForStaff, at, state } from "./kit";
import { memberActions } from "./members";

type Form = Record<string, string>;
const reason = "試験のため";

/** An act of staff: the page that holds its form, and what is typed. */
export const act = (
  path: (things: Things) => string,
  form: (things: Things) => Form,
  before: Arguments["before"] = state,
): ActionRow => ({
  path,
  given: (things) => ({ before, form: form(things) }),
  answers: actsForStaff,
});

/** A day as its three fields. */
function day(name: string, on: string): Form {
  const [year = "", month = "", date = ""] = on.split("-");
  return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: date };
}

const programme = ({ sectionId, today, later }: Things): Form => ({
  ...{ name: "みどりのカーテン", domainId: "environment", sectionId, policyGoal: "みどりをふやす", kpi: "100世帯" },
  ...{ fundingSource: "一般会計", points: "50", expiryKind: "next_fiscal_year_end", budget: "900000" },
  ...day("startsOn", today),
  ...day("endsOn", later),
});

const activity = ({ programmeId, later }: Things): Form => ({
  ...{
    programmeId,
    title: "野川の清掃",
    summary: "ごみを拾います",
    place: "野川",
    organiser: "環境政策課",
    audience: "どなたでも",
  },
  ...{ points: "50", claimLimit: "once", windowKind: "around", startsTime: "09:30", endsTime: "11:30" },
  ...day("startsOn", later),
  ...day("endsOn", later),
});

const shop: Form = {
  ...{ categoryId: "food", name: "和泉カフェ", nameKana: "いずみかふぇ", address: "狛江市和泉本町1-1-5" },
  ...{ openingHours: "10時から18時", phone: "03-3430-1111", summary: "喫茶の店です" },
};

const consolePath = "app/admin/(console)";

const makingActions: Record<string, ActionRow> = {
  [`${consolePath}/programmes/actions.ts#createProgrammeAction`]: act(at("/admin/programmes/new"), (things) => ({
    ...programme(things),
    id: newId(),
  })),
  [`${consolePath}/programmes/actions.ts#updateProgrammeAction`]: act(
    ({ programmeId }) => `/admin/programmes/${programmeId}/edit`,
    (things) => ({
      ...programme(things),
      ...day("startsOn", things.start),
      draftReason: reason,
      id: things.programmeId,
    }),
  ),
  [`${consolePath}/programmes/[id]/budget/actions.ts#setBudgetAction`]: act(
    ({ programmeId }) => `/admin/programmes/${programmeId}/budget`,
    ({ programmeId }) => ({ id: programmeId, budget: "950000", draftReason: reason, step: "set" }),
  ),
  [`${consolePath}/activities/actions.ts#createActivityAction`]: act(at("/admin/activities/new"), (things) => ({
    ...activity(things),
    id: newId(),
  })),
  [`${consolePath}/activities/actions.ts#updateActivityAction`]: act(
    ({ activityToCode }) => `/admin/activities/${activityToCode}/edit`,
    (things) => ({ ...activity(things), id: things.activityToCode }),
  ),
  [`${consolePath}/shops/actions.ts#createShopAction`]: act(at("/admin/shops/new"), () => ({ ...shop, id: newId() })),
  [`${consolePath}/shops/actions.ts#updateShopAction`]: act(
    ({ shopId }) => `/admin/shops/${shopId}/edit`,
    ({ shopId }) => ({ ...shop, id: shopId }),
  ),
};

const changingActions: Record<string, ActionRow> = {
  [`${consolePath}/activities/actions.ts#cancelActivityAction`]: act(
    ({ activityToCancel }) => `/admin/activities/${activityToCancel}/cancel`,
    ({ activityToCancel }) => ({ activityId: activityToCancel, reason }),
  ),
  [`${consolePath}/activities/actions.ts#resumeActivityAction`]: act(
    ({ cancelledActivity }) => `/admin/activities/${cancelledActivity}`,
    ({ cancelledActivity }) => ({ activityId: cancelledActivity }),
    [],
  ),
  [`${consolePath}/shops/actions.ts#closeShopAction`]: act(
    ({ shopToClose }) => `/admin/shops/${shopToClose}`,
    ({ shopToClose }) => ({ shopId: shopToClose, reason }),
  ),
  [`${consolePath}/shops/actions.ts#reopenShopAction`]: act(
    ({ closedShop }) => `/admin/shops/${closedShop}`,
    ({ closedShop }) => ({ shopId: closedShop }),
    [],
  ),
  [`${consolePath}/codes/actions.ts#issueCodeAction`]: act(
    ({ activityToCode }) => `/admin/activities/${activityToCode}`,
    ({ activityToCode }) => ({ activityId: activityToCode }),
  ),
  [`${consolePath}/codes/actions.ts#revokeCodeAction`]: act(
    ({ codeToRevoke }) => `/admin/codes/${codeToRevoke}/revoke`,
    ({ codeToRevoke }) => ({ codeId: codeToRevoke, reason }),
  ),
  [`${consolePath}/codes/actions.ts#reissueCodeAction`]: act(
    ({ codeToReissue }) => `/admin/codes/${codeToReissue}/reissue`,
    ({ codeToReissue }) => ({ codeId: codeToReissue, reason }),
  ),
  [`${consolePath}/grants/[transferId]/actions.ts#correctAction`]: act(
    ({ grantToCorrect }) => `/admin/grants/${grantToCorrect}`,
    ({ grantToCorrect }) => ({ transferId: grantToCorrect, points: "100", reason, step: "confirmed" }),
  ),
};

const approvalActions: Record<string, ActionRow> = {
  [`${consolePath}/approvals/[id]/actions.ts#approveAction`]: act(
    ({ draftToApprove }) => `/admin/approvals/${draftToApprove}`,
    ({ draftToApprove }) => ({ approvalId: draftToApprove, step: "confirmed" }),
  ),
  [`${consolePath}/approvals/[id]/actions.ts#sendBackAction`]: act(
    ({ draftToSendBack }) => `/admin/approvals/${draftToSendBack}`,
    ({ draftToSendBack }) => ({ approvalId: draftToSendBack, note: reason }),
  ),
  [`${consolePath}/approvals/[id]/actions.ts#withdrawAction`]: act(
    ({ ownDraft }) => `/admin/approvals/${ownDraft}`,
    ({ ownDraft }) => ({ approvalId: ownDraft, step: "confirmed" }),
  ),
};

// The door comes last: signing out is the end of a session.
export const staffActions: Record<string, ActionRow> = {
  ...makingActions,
  ...changingActions,
  ...memberActions,
  ...approvalActions,
  ...doorActions,
};
