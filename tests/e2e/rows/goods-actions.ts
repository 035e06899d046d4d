import { newId } from "@/lib/shared/ids";
import { type ActionRow, at } from "./kit";
import { act } from "./staff-actions";

const rewards = "app/admin/(console)/rewards";
const goods = { name: "こまえの手ぬぐい", summary: "市の花の手ぬぐいです", points: "1", stock: "9" };
const reason = "試験のため";

export const goodsActions: Record<string, ActionRow> = {
  [`${rewards}/actions.ts#createRewardAction`]: act(at("/admin/rewards/new"), ({ sectionId }) => ({
    ...goods,
    sectionId,
    id: newId(),
  })),
  [`${rewards}/actions.ts#updateRewardAction`]: act(
    ({ closedReward }) => `/admin/rewards/${closedReward}/edit`,
    ({ closedReward }) => ({ ...goods, id: closedReward, seenStock: "9" }),
  ),
  [`${rewards}/actions.ts#closeRewardAction`]: act(
    ({ rewardToClose }) => `/admin/rewards/${rewardToClose}`,
    ({ rewardToClose }) => ({ itemId: rewardToClose, reason }),
  ),
  [`${rewards}/actions.ts#reopenRewardAction`]: act(
    ({ closedReward }) => `/admin/rewards/${closedReward}`,
    ({ closedReward }) => ({ itemId: closedReward }),
    [],
  ),
  [`${rewards}/exchanges/[transferId]/actions.ts#returnExchangeAction`]: act(
    ({ exchangeToReturn }) => `/admin/rewards/exchanges/${exchangeToReturn}`,
    ({ exchangeToReturn }) => ({ transferId: exchangeToReturn, reason, step: "confirmed" }),
  ),
};
