import { beforeAll, expect, test } from "vitest";
import { discloseMember } from "@/lib/members/disclose-member";
import { exportOwnData } from "@/lib/members/export-own-data";
import { listOwnLog } from "@/lib/members/list-own-log";
import { getStatement } from "@/lib/statements/queries";
import { adminSql } from "../../support/database";
import { AT, earn, makeMember, makeStaff, type TestStaff } from "../../support/fixtures";
import { admitPerson } from "../../support/member-fixtures";

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

const words = { section: (section: string) => `*${section}*`, column: (column: string) => column };

async function takeAlong(owner: { memberId: string; accountId: number }, format: "json" | "csv"): Promise<string> {
  let file = "";
  for await (const piece of await exportOwnData(owner, { format, words }, AT)) file += piece;
  return file;
}
async function personWith(changes: Record<string, string>) {
  const { memberId } = await admitPerson(staff, changes);
  const [row] = await admin<{ id: string }[]>`select account_id as id from members where id = ${memberId}`;
  return { memberId, accountId: Number(row?.id) };
}

test("the file holds everything of the member in plain words, and nothing of another", async () => {
  const owner = await personWith({
    familyName: "書出",
    givenName: "一子",
    email: "own-data@example.jp",
    phone: "03-1111-2222",
  });
  const other = await makeMember();
  await earn(staff, owner.memberId, 120, 80);
  await earn(staff, other.memberId, 777);
  const file = JSON.parse(await takeAlong(owner, "json"));
  expect(file.profile[0]).toMatchObject({ familyName: "書出", email: "own-data@example.jp", bornOn: "1948-03-05" });
  expect(file.transfers.map(({ points }: { points: number }) => points)).toEqual([120, 80]);
  expect(file.transfers[0]).toMatchObject({
    kind: "grant",
    remaining: 120,
    balanceAfter: 120,
    expiresOn: expect.any(String),
  });
  expect(file.consents).toHaveLength(2);
  expect(file.log.map(({ kind }: { kind: string }) => kind)).toContain("exported_data");
  expect(JSON.stringify(file)).not.toContain('"points":777');
});

test("the CSV opens in Japanese Excel, and no cell of it is a formula", async () => {
  const owner = await personWith({ familyName: "=1+1", givenName: "＠太郎" });
  const file = await takeAlong(owner, "csv");
  expect(file.startsWith("\ufeff*profile*\r\n")).toBe(true);
  expect(file).not.toMatch(/(^|,|\n)"?[=＝＋＠@]/m);
  expect(file).toContain("'=1+1");
});

test("each time it is taken is one line of the member's own record", async () => {
  const owner = await makeMember();
  await takeAlong(owner, "json");
  await takeAlong(owner, "csv");
  const lines =
    await admin`select detail from member_events where member_id = ${owner.memberId} and kind = 'exported_data' order by id`;
  expect(lines.map(({ detail }) => detail)).toEqual([{ format: "json" }, { format: "csv" }]);
});

test("a look is told with its purpose and the section, never with the name of who looked, and pages go on by key", async () => {
  const { memberId } = await makeMember();
  await discloseMember({ memberId, purpose: "points_inquiry" }, staff, AT);
  const { rows } = await listOwnLog(memberId);
  const look = rows.find(({ source }) => source === "looked");
  expect(look).toMatchObject({ kind: "view_member", purpose: "points_inquiry", section: expect.any(String) });
  const [name] = await admin<{ name: string }[]>`select name from staff where id = ${staff.staffId}`;
  expect(JSON.stringify(rows)).not.toContain(name?.name);
  const seen = [];
  let after: string | undefined;
  do {
    const page = await listOwnLog(memberId, after, 1);
    seen.push(...page.rows.map(({ source, id }) => `${source} ${id}`));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toEqual(rows.map(({ source, id }) => `${source} ${id}`));
});

test("a year's statement begins with what was left of the year before and ends with the balance", async () => {
  const { memberId, accountId } = await makeMember();
  await earn(staff, memberId, 100, 50);
  const today = "2027-06-01";
  const first = await getStatement(accountId, 2026, today);
  expect(first).toMatchObject({ opening: 0, closing: 150, total: { earned: 150, used: 0, ended: 0, moved: 0 } });
  expect(first.lines).toHaveLength(12);
  expect(first.lines[1]).toEqual({ month: "2026-05", earned: 150, used: 0, ended: 0, moved: 0, closing: 150 });
  expect(await getStatement(accountId, 2027, today)).toMatchObject({ opening: 150, closing: 150 });
});
