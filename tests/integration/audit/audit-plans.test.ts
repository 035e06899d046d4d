import { beforeAll, expect, test } from "vitest";
import { type AuditFilter, auditPage } from "@/lib/audit/queries";
import { adminSql } from "../../support/database";
import { addStaff } from "../../support/staff-fixtures";

const admin = adminSql();
const ROWS = 60_000;

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };
type Explained = { "QUERY PLAN": { Plan: Plan }[] };

const filters = {
  from: "2026-03-01",
  to: "2026-03-31",
  staff: "",
  act: "act_3",
  kind: "kind_3",
  target: "target_77",
  outcome: "denied",
} as const satisfies Required<AuditFilter>;
type Name = keyof typeof filters;
const names = Object.keys(filters) as Name[];
const combinations = Array.from({ length: 2 ** names.length }, (_, bits) => names.filter((_, at) => bits & (1 << at)));

let staffId = "";
beforeAll(async () => {
  ({ staffId } = await addStaff(admin));
  // A year of acts of forty people, of whom one is known: an act a minute, one in fifty refused.
  await admin`insert into audit_entries (recorded_at, staff_id, act, outcome, target_kind, target_id, request_id)
    select '2026-01-01'::timestamptz + n * interval '8 minutes', case when n % 40 = 0 then ${staffId}::uuid else gen_random_uuid() end,
      'act_' || n % 30, case when n % 50 = 0 then 'denied' else 'done' end, 'kind_' || n % 10, 'target_' || n % 6000, 'r'
    from generate_series(1, ${ROWS}) n`;
  await admin`analyze audit_entries`;
});

const scansOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(scansOf)];

test("no combination of filters reads the trail from end to end, on its first page or a later one", async () => {
  const whole: string[] = [];
  for (const wanted of combinations) {
    const filter = Object.fromEntries(wanted.map((name) => [name, name === "staff" ? staffId : filters[name]]));
    for (const after of [undefined, "1774000000000000~30000"]) {
      const { sql: text, params } = auditPage(filter, "everywhere", { after }).toSQL();
      const [row] = await admin.unsafe<Explained[]>(`explain (format json) ${text}`, params as string[]);
      const plans = row?.["QUERY PLAN"].flatMap(({ Plan }) => scansOf(Plan)) ?? [];
      const scans = plans.filter((scan) => scan["Relation Name"] === "audit_entries");
      if (scans.some((scan) => scan["Node Type"] === "Seq Scan") || scans.length === 0) whole.push(wanted.join("+"));
    }
  }
  expect(whole).toEqual([]);
});
