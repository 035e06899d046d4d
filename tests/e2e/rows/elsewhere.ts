import type { Reading } from "../../support/read-answer";

const consolePath = "app/admin/(console)";
const each = (names: string[], reading: Reading) =>
  Object.fromEntries(names.map((name) => [`${consolePath}/${name}`, reading]));

/**
 * The acts on what is of a section, and how each is answered to who may do the like in another section only. Where it `answers`, it leads to the list,
 * which has not got the thing for them.
 */
export const boundToSection: Record<string, Reading> = {
  ...each(
    [
      "programmes/actions.ts#createProgrammeAction",
      "programmes/actions.ts#updateProgrammeAction",
      "activities/actions.ts#createActivityAction",
      "activities/actions.ts#updateActivityAction",
      "codes/actions.ts#issueCodeAction",
      "codes/actions.ts#revokeCodeAction",
      "grants/[transferId]/actions.ts#correctAction",
      "rewards/actions.ts#createRewardAction",
      "rewards/actions.ts#updateRewardAction",
      "rewards/actions.ts#closeRewardAction",
      "rewards/actions.ts#reopenRewardAction",
      "rewards/exchanges/[transferId]/actions.ts#returnExchangeAction",
      "approvals/[id]/actions.ts#withdrawAction",
    ],
    "refused",
  ),
  ...each(["approvals/[id]/actions.ts#approveAction", "approvals/[id]/actions.ts#sendBackAction"], "denied"),
  ...each(
    [
      "programmes/[id]/budget/actions.ts#setBudgetAction",
      "activities/actions.ts#cancelActivityAction",
      "activities/actions.ts#resumeActivityAction",
    ],
    "answers",
  ),
};
