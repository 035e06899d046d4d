import { expect, test } from "vitest";
import { db } from "@/db/client";
import { exportAudit } from "@/lib/audit/export-audit";
import type { AuditFilter } from "@/lib/audit/queries";
import { recordAct } from "@/lib/audit/record-act";
import { adminSql } from "../../support/database";
import { addStaff, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const LATER = new Date(MAY_DAY.getTime() + 3_600_000);
const words = {
  columns: ["番号", "操作", "理由"],
  rowOf: (entry: { id: number; act: string; reason: string | null }) => [entry.id, entry.act, entry.reason ?? ""],
};

async function exported(person: Awaited<ReturnType<typeof addStaff>>, filter: AuditFilter, at: Date): Promise<string> {
  const order = { filter, scope: "everywhere", purpose: "定期監査のため", words } as const;
  let text = "";
  for await (const piece of await exportAudit(order, person, at)) text += piece;
  return text;
}

const act = { act: "close_shop", outcome: "done", targetKind: "shop", targetId: "s" } as const;

test("the file opens in Excel, and no reason in it is taken for a formula", async () => {
  const person = await addStaff(admin);
  for (const reason of ['=HYPERLINK("https://evil.example")', "＝1+1", "ふつうの理由"])
    await recordAct(db, person, { ...act, reason }, MAY_DAY);
  const text = await exported(person, { staff: person.staffId }, LATER);
  expect(text.startsWith("\ufeff番号,操作,理由\r\n")).toBe(true);
  const reasons = text
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.slice(line.indexOf("close_shop,") + 11));
  expect(reasons).toEqual(["ふつうの理由", "'＝1+1", `"'=HYPERLINK(""https://evil.example"")"`]);
});

test("an export is one act with its purpose, its filter and its number of rows, and is not in its own file", async () => {
  const person = await addStaff(admin);
  await recordAct(db, person, act, MAY_DAY);
  await recordAct(db, person, act, MAY_DAY);
  const text = await exported(person, { staff: person.staffId }, LATER);
  expect(text.trim().split("\r\n")).toHaveLength(3);
  const acts = await admin`select act, outcome, target_kind, after, purpose from audit_entries
    where staff_id = ${person.staffId} and act = 'export_audit'`;
  expect([...acts]).toEqual([
    {
      act: "export_audit",
      outcome: "done",
      target_kind: "audit",
      after: { staff: person.staffId, rows: 2 },
      purpose: "定期監査のため",
    },
  ]);
});

test("more rows than one reading are all in the file, each once", async () => {
  const person = await addStaff(admin);
  await admin`insert into audit_entries (recorded_at, staff_id, act, outcome, target_kind)
    select ${MAY_DAY}, ${person.staffId}, 'close_shop', 'done', 'shop' from generate_series(1, 2500)`;
  const lines = (await exported(person, { staff: person.staffId }, LATER)).trim().split("\r\n").slice(1);
  expect(new Set(lines).size).toBe(2500);
});
