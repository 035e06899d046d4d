import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { type AuditFilter, findAuditEntry, listAuditEntries } from "@/lib/audit/queries";
import { recordAct, type StaffAct } from "@/lib/audit/record-act";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { addStaff } from "../../support/staff-fixtures";

const admin = adminSql();
const at = (time: string) => new Date(`${time}+09:00`);

type Person = Awaited<ReturnType<typeof addStaff>>;
let one: Person;
let other: Person;
const shopId = newId();

const did = (person: Person, when: string, act: Partial<StaffAct> = {}) =>
  recordAct(
    db,
    { ...person, roles: "programme,approver", address: "192.0.2.7" },
    { act: "update_shop", outcome: "done", targetKind: "shop", targetId: shopId, ...act },
    at(when),
  );

beforeAll(async () => {
  one = await addStaff(admin);
  other = await addStaff(admin);
  await did(one, "2026-04-30T23:59:59.999");
  await did(one, "2026-05-01T00:00:00", { act: "close_shop", reason: "閉店したため", before: { name: "あ" } });
  await did(other, "2026-05-02T10:00:00", { outcome: "denied", reason: "unknown_shop" });
  await did(other, "2026-05-31T23:59:59.999", { act: "export_usage", targetKind: "usage", targetId: null });
  await did(one, "2026-06-01T00:00:00", { targetId: newId() });
});

const days = async (filter: AuditFilter, scope: "everywhere" | string[] = "everywhere") =>
  (await listAuditEntries(filter, scope)).rows.map((row) => row.recordedAt.toISOString().slice(5, 16));

test("a line tells who did it, from which section, in which roles, from where, on what, why and by which request", async () => {
  const [row] = (await listAuditEntries({ act: "close_shop" }, "everywhere")).rows;
  expect(row).toMatchObject({
    ...{
      staffId: one.staffId,
      name: "職員",
      roles: "programme,approver",
      address: "192.0.2.7",
      requestId: "request-1",
    },
    ...{
      targetKind: "shop",
      targetId: shopId,
      outcome: "done",
      reason: "閉店したため",
      before: { name: "あ" },
      after: null,
    },
  });
  expect(row?.section).toContain("健康推進課");
});

test("a period has the acts from its first to its last day in the city, to the millisecond, the latest first", async () => {
  expect(await days({ from: "2026-05-01", to: "2026-05-31" })).toEqual(["05-31T14:59", "05-02T01:00", "04-30T15:00"]);
});

test("a person's trail, a record's trail and what was refused are told apart, also together", async () => {
  expect(await days({ staff: other.staffId })).toEqual(["05-31T14:59", "05-02T01:00"]);
  expect(await days({ kind: "shop", target: shopId })).toEqual(["05-02T01:00", "04-30T15:00", "04-30T14:59"]);
  expect(await days({ outcome: "denied" })).toEqual(["05-02T01:00"]);
  expect(await days({ staff: one.staffId, target: shopId, act: "close_shop", outcome: "done" })).toEqual([
    "04-30T15:00",
  ]);
  expect(await days({ staff: one.staffId, outcome: "denied" })).toEqual([]);
});

test("who looks within one section sees the acts of its staff; another's is as if it were not there", async () => {
  expect(await days({}, [other.sectionId])).toEqual(["05-31T14:59", "05-02T01:00"]);
  expect(await days({}, [])).toEqual([]);
  const [foreign] = (await listAuditEntries({ staff: one.staffId }, "everywhere")).rows;
  expect(await findAuditEntry(Number(foreign?.id), [other.sectionId])).toBeUndefined();
  expect(await findAuditEntry(Number(foreign?.id), [one.sectionId])).toMatchObject({ staffId: one.staffId });
});

test("acts of the same moment page by key without a gap or a repeat", async () => {
  const busy = await addStaff(admin);
  for (let made = 0; made < 33; made += 1) await did(busy, "2026-07-01T09:00:00.123");
  const first = await listAuditEntries({ staff: busy.staffId }, "everywhere");
  const second = await listAuditEntries({ staff: busy.staffId }, "everywhere", { after: first.next ?? undefined });
  expect(first.rows).toHaveLength(30);
  expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(33);
  expect(second.next).toBeNull();
});
