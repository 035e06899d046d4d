import { beforeAll, expect, test } from "vitest";
import { listActivities } from "@/lib/activities/queries";
import { listApprovals } from "@/lib/approvals/queries";
import { listAuditEntries } from "@/lib/audit/queries";
import { listGrants } from "@/lib/grants/queries";
import { findMembers } from "@/lib/members/find-members";
import { listAgency } from "@/lib/members/list-agency";
import { listInvitationBatches } from "@/lib/members/list-invitations";
import { listOwnLog } from "@/lib/members/list-own-log";
import { listProxies } from "@/lib/members/list-proxies";
import { listSessions } from "@/lib/members/list-sessions";
import { listOpenAppeals, listOpenSuspensions } from "@/lib/members/list-suspensions";
import { listProgrammes } from "@/lib/programmes/queries";
import { listExchanges, listRewards } from "@/lib/rewards/queries";
import { newId } from "@/lib/shared/ids";
import { PAGE_SIZE } from "@/lib/shared/page";
import { listOpenShops, listShops } from "@/lib/shops/queries";
import { listStaff } from "@/lib/staff/queries";
import { listPayments, listUsageByDay, listUsageByProgramme, listUsageByShop } from "@/lib/usage/queries";
import { everything } from "../../support/approval-fixtures";
import { AT, makeShop, makeStaff, type TestStaff } from "../../support/fixtures";
import { readSources } from "../../support/house/sources";

let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

const scope = "everywhere";
const usage = { period: { from: "2026-05-01", to: "2026-05-31" }, sections: scope } as const;

/** Every list that goes on after a key. */
const lists: Record<string, (after: string) => Promise<unknown>> = {
  activities: (after) => listActivities({ at: AT, scope }, after),
  "coming activities": (after) => listActivities({ at: AT, scope, state: "coming" }, after),
  approvals: (after) => {
    const reader = { staffId: staff.staffId, reads: everything, decides: everything };
    return listApprovals("done", reader, AT, after);
  },
  appeals: (after) => listOpenAppeals(after),
  audit: (after) => listAuditEntries({}, scope, { after }),
  devices: (after) => listSessions(newId(), after, AT),
  exchanges: (after) => listExchanges(newId(), after),
  grants: (after) => listGrants({ scope }, after),
  invitations: (after) => listInvitationBatches(AT, after),
  members: (after) => findMembers({ by: "number", number: "100000000" }, after, staff, AT),
  "one's own log": (after) => listOwnLog(newId(), after),
  payments: (after) => listPayments(usage, { after }),
  proxies: (after) => listProxies(newId(), AT, after),
  "proxies' acts": (after) => listAgency(newId(), after),
  programmes: (after) => listProgrammes({ today: "2026-05-01", scope }, after),
  rewards: (after) => listRewards({ scope }, after),
  shops: (after) => listShops({}, after),
  "shops for citizens": (after) => listOpenShops({}, after),
  staff: (after) => listStaff(after),
  suspensions: (after) => listOpenSuspensions(after),
  "usage by day": (after) => listUsageByDay(usage, { after }),
  "usage by programme": (after) => listUsageByProgramme(usage, { after }),
  "usage by shop": (after) => listUsageByShop(usage, { after }),
};

const id = "00000000-0000-4000-8000-000000000000";
const parts = [
  id,
  "999999999999999999",
  "9999999999999999999",
  "0000-01-01",
  "0001-01-01",
  "1000-01-01",
  "9999-12-31",
  "%00",
  "'\n",
];
const pairs = parts.flatMap((one) => parts.map((other) => `${one}~${other}`));
const keys = [...parts, ...pairs, ...pairs.map((pair) => `${pair}~${id}`)];

test.each(Object.keys(lists))("no key that somebody makes up breaks the list of %s", async (name) => {
  const broken: string[] = [];
  for (const key of keys) await lists[name]?.(key).catch((fault) => broken.push(`${key}: ${fault.cause ?? fault}`));
  expect(broken).toEqual([]);
});

test("a list goes on after a row whose name has a key's own signs, or more than one line", async () => {
  const names = Array.from({ length: PAGE_SIZE + 2 }, (_, at) => `や~%7e\n${String(at).padStart(2, "0")}`);
  for (const nameKana of names.toReversed()) await makeShop(staff, { nameKana });
  const first = await listShops({});
  const second = await listShops({}, first.next ?? undefined);
  expect([...first.rows, ...second.rows].map(({ nameKana }) => nameKana)).toEqual(names);
  expect(second.next).toBeNull();
});

test("no list that goes on after a key is forgotten here", () => {
  const readings = readSources("lib").flatMap(({ file, text }) =>
    file === "lib/shared/page.ts" ? [] : [...text.matchAll(/\breadKey\(/g)],
  );
  // The activities stand here twice, once for each direction.
  expect(readings).toHaveLength(Object.keys(lists).length - 1);
});
