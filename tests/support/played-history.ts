import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { findPostingRefusal } from "@/lib/ledger/decide-refusal";
import type { Outcome, PostedStep } from "./model-ledger";

export type Town = { programme: string; members: number[]; shop: number; reward: number };

/** A programme with this ceiling, two members with empty wallets, a shop and an item of goods: one history's own. */
export async function openTown(admin: Sql, ceiling: number): Promise<Town> {
  const [programme, ...owners] = Array.from({ length: 5 }, () => randomUUID());
  const kinds = ["member", "member", "shop", "reward"];
  const accounts = await admin<{ id: string }[]>`
    select open_account(kind, owner) as id from unnest(${kinds}::text[], ${owners}::uuid[]) with ordinality as wanted (kind, owner, turn) order by turn`;
  await admin`with purse as (select open_account('programme', ${programme ?? ""}) as id)
    insert into programmes (id, account_id, domain_id, section_id, name, policy_goal, kpi, starts_on, ends_on, funding_source, points, expiry_kind, created_at)
    select ${programme ?? ""}, purse.id, 'health', sections.id, 'x', 'x', 'x', '2020-04-01', '2099-03-31', 'x', 1, 'next_fiscal_year_end', now()
      from purse, sections limit 1`;
  await admin`select set_budget(${programme ?? ""}, ${ceiling})`;
  const [first, second, shop, reward] = accounts.map(({ id }) => Number(id));
  return { programme: programme ?? "", members: [first ?? 0, second ?? 0], shop: shop ?? 0, reward: reward ?? 0 };
}

type Asked = { id: string; event: string; step: PostedStep; mergeId: string; target: string };

/** Calls the posting function of a step; `target` is what a reversal names, `mergeId` what a merge or its undoing is known by. */
async function post(app: Sql, town: Town, { id, event, step, mergeId, target }: Asked) {
  if (step.kind === "reverse")
    return app`select * from reverse_transfer(${id}, ${event}, ${target}, ${step.points}, 'staff:test', '試験', 30)`;
  if (step.kind === "unmerge")
    return app`select * from undo_merge(${id}, ${randomUUID()}, ${mergeId}, 'staff:test', '試験', 30)`;
  const account = town.members[step.member] ?? 0;
  if (step.kind === "merge")
    return app`select * from post_merge(${randomUUID()}, ${id}, ${mergeId}, ${account}, ${town.members[1 - step.member] ?? 0}, 'staff:test')`;
  if (step.kind === "forfeit")
    return app`select * from post_forfeit(${id}, ${event}, ${account}, ${step.points}, now(), 'system:test')`;
  if (step.kind === "grant")
    return app`select * from post_grant(${id}, ${event}, ${account}, ${town.programme}, ${step.points}, ${`${2090 + step.expires}-03-31`},
      null, null, now(), 'system:test')`;
  if (step.kind === "spend")
    return app`select * from post_spend(${id}, ${event}, ${account}, ${town.shop}, ${step.points}, now(), 'system:test')`;
  return app`select * from post_exchange(${id}, ${event}, ${account}, ${town.reward}, ${step.points}, now(), 'system:test')`;
}

/** Plays steps on the real ledger, as the app's role, and tells outcomes in the model's words. */
export function player(app: Sql, town: Town) {
  const run = randomUUID();
  const names = new Map<string, string>();
  const merges = new Map<string, string>();

  /** Of a step that was no merge: of none. */
  function mergeOf(key: string): string {
    const known = merges.get(key) ?? randomUUID();
    merges.set(key, known);
    return known;
  }

  function ask(key: string, step: PostedStep): Asked {
    const named = "of" in step ? `step:${step.of}` : key;
    const target = [...names].find(([, name]) => name === named)?.[0] ?? randomUUID();
    return { id: randomUUID(), event: `${run}:${key}`, step, mergeId: mergeOf(named), target };
  }

  return async (key: string, step: PostedStep): Promise<Outcome> => {
    try {
      const [row] = await post(app, town, ask(key, step));
      if (!row?.public_id) return { refused: "nothing_to_move" };
      const id = String(row.public_id);
      if (!names.has(id)) names.set(id, key);
      return { posted: names.get(id) ?? "", balanceAfter: Number(row.balance_after) };
    } catch (thrown) {
      const refused = findPostingRefusal(thrown);
      if (!refused) throw thrown;
      return { refused };
    }
  };
}
