import type { Sql } from "postgres";
import { actFor } from "@/lib/auth/act-for";
import { startSession } from "@/lib/auth/start-session";
import { endOwnProxy } from "@/lib/members/end-proxy";
import { openProxy } from "@/lib/members/open-proxy";
import { AT, earn, makeMember, type TestStaff } from "./fixtures";
import { numberOf } from "./merge-members";

/** An elder with 500 points, and whoever acts for them on this browser, with 500 of their own. */
export async function actForElder(staff: TestStaff, admin: Sql) {
  const [elder, agent] = [await makeMember(), await makeMember()];
  for (const { memberId } of [elder, agent]) await earn(staff, memberId, 500);
  const opened = await openProxy(
    {
      ...{ memberId: elder.memberId, number: await numberOf(admin, agent.memberId), relation: "proxy" },
      ...{ consent: "in_person", scopes: ["view", "earn", "spend"], endsOn: "2027-05-01" },
    },
    staff,
    AT,
  );
  if (!opened.ok) throw new Error(opened.reason);
  const { proxyId } = opened.value;
  await startSession({ memberId: agent.memberId }, new Date());
  await actFor(proxyId, agent.memberId, new Date());
  const end = () => endOwnProxy(proxyId, elder.memberId, new Date());
  return { elder, agent, proxyId, end };
}
