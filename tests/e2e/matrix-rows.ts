import { accountActions } from "./rows/account-actions";
import { citizenActions } from "./rows/citizen-actions";
import { cityActions } from "./rows/city";
import { counterActions } from "./rows/counter";
import { entryActions } from "./rows/entry-actions";
import { goodsActions } from "./rows/goods-actions";
import type { ActionRow } from "./rows/kit";
import { membershipActions } from "./rows/memberships";
import { peopleActions } from "./rows/people";
import { proxyActions } from "./rows/proxies";
import { staffActions } from "./rows/staff-actions";

export { routes } from "./rows/routes";

/** One row for each server action of the build, by file and name. */
export const actions: Record<string, ActionRow> = {
  ...accountActions,
  ...citizenActions,
  ...cityActions,
  ...proxyActions,
  ...entryActions,
  ...goodsActions,
  ...counterActions,
  ...peopleActions,
  ...membershipActions,
  ...staffActions,
};
