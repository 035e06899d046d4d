import postgres from "postgres";
import { createActivity } from "@/lib/activities/create-activity";
import { issueCode } from "@/lib/codes/issue-code";
import { addDays, cityDay } from "@/lib/shared/city-time";
import { newId } from "@/lib/shared/ids";
import { hashSecret } from "@/lib/shared/keyed-hash";
import type { Result } from "@/lib/shared/result";
import { createShop } from "@/lib/shops/create-shop";
import { addStaff } from "@/lib/staff/add-staff";
import { createApprovedProgramme } from "../support/approved-programme";
import { signUpMember } from "../support/registered";
import { activityPlan, programmePlan, shopPlan } from "../support/staff-fixtures";

const MEMBERS = 2000;
/** Lots of ten points each; a payment of 30 takes three of them. */
const LOTS = 80;
export const LOT_POINTS = 10;
export const PAID_POINTS = 30;
const ACTIVITIES = 60;
const HOUR = 3_600_000;

export type BenchMember = { id: string; accountId: string; session: string };
export type BenchBook = Awaited<ReturnType<typeof fillBook>>;

function done<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`the bench was refused: ${result.reason}`);
  return result.value;
}

/** Members with sessions and wallets, one shop, one programme with a ceiling and one without, and activities with codes. */
export async function fillBook(adminUrl: string) {
  const admin = postgres(adminUrl, { max: 4, onnotice: () => undefined, connection: { synchronous_commit: "off" } });
  const now = new Date();
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR);
  const staff = await addStaff({ name: "狛江 花子", section: "健康推進課", email: "bench@example.jp" }, now);
  const actor = { staffId: staff.staffId, requestId: null, scope: "everywhere" } as const;
  const frame = { startsOn: addDays(cityDay(now), -30), endsOn: addDays(cityDay(now), 300), budget: 1_000_000_000 };
  const second = await addStaff({ name: "狛江 次郎", section: "政策室", email: "second@example.jp" }, now);
  const approver = { staffId: second.staffId, requestId: null };
  const makeProgramme = () => createApprovedProgramme(programmePlan(staff.sectionId, frame), actor, approver, now);
  const [limited, open] = [await makeProgramme(), await makeProgramme()];
  await admin`update programmes set has_ceiling = false where id = ${open}`;
  const shopId = done(await createShop(shopPlan(), actor, now)).id;
  const shop = done(await issueCode({ shopId }, actor, now));
  const [account] = await admin<{ id: string }[]>`select account_id as id from shops where id = ${shopId}`;

  const tokens: string[] = [];
  const typedCodes: string[] = [];
  const window = { startsAt: at(-1), endsAt: at(6), opensAt: at(-1), closesAt: at(6), points: LOT_POINTS };
  for (let n = 0; n < ACTIVITIES; n += 1) {
    const activityId = done(await createActivity(activityPlan(limited, window), actor, at(-2))).id;
    const code = done(await issueCode({ activityId }, actor, at(-1)));
    tokens.push(code.token);
    typedCodes.push(code.typedCode);
  }
  const members = await addMembers(admin);
  await fillWallets(admin, open);
  await admin`create table bench_rows (id bigint generated always as identity primary key, member bigint not null, points integer not null)`;
  await admin`grant insert on bench_rows to komapo_app`;
  await admin.unsafe("vacuum analyze");
  return {
    admin,
    members,
    tokens,
    typedCodes,
    limited,
    open,
    shopId,
    shopToken: shop.token,
    shopAccountId: String(account?.id),
  };
}

async function addMembers(admin: postgres.Sql): Promise<BenchMember[]> {
  const rows = Array.from({ length: MEMBERS }, () => ({ id: newId(), session: newId() }));
  const ids = rows.map(({ id }) => id);
  const accounts = await admin<{ id: string; account: string }[]>`
    select id, open_account('member', id) as account from unnest(${ids}::uuid[]) id`;
  const accountOf = new Map(accounts.map(({ id, account }) => [id, account]));
  await admin`insert into members (id, account_id, email_encrypted, email_index, joined_at)
    select id, account, '\\x00', sha256(id::text::bytea), now()
      from unnest(${ids}::uuid[], ${ids.map((id) => accountOf.get(id) ?? "")}::bigint[]) as made (id, account)`;
  const hashes = rows.map(({ session }) => hashSecret(session).toString("hex"));
  await admin`insert into member_sessions (token_hash, member_id, created_at, expires_at)
    select decode(hash, 'hex'), id, now(), now() + interval '1 day' from unnest(${hashes}::text[], ${ids}::uuid[]) as made (hash, id)`;
  await Promise.all(ids.map((id) => signUpMember(id, new Date())));
  return rows.map((row) => ({ ...row, accountId: accountOf.get(row.id) ?? "" }));
}

/** Lots for the payments, through the ledger's own function, four sessions at once. */
async function fillWallets(admin: postgres.Sql, programme: string): Promise<void> {
  const quarter = (rest: number) => admin`
    select count(post_grant(gen_random_uuid(), 'fill:' || m.id || ':' || n, m.account_id, ${programme}, ${LOT_POINTS},
             (current_date + 30 + n)::date, null, null, now(), 'system:bench'))
      from members m, generate_series(1, ${LOTS}::int) n where m.account_id % 4 = ${rest}`;
  await Promise.all([0, 1, 2, 3].map(quarter));
}
