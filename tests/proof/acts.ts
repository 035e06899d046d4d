import { closeDatabase, db } from "@/db/client";
import { approve } from "@/lib/approvals/approve";
import { cityNow } from "@/lib/clock/city-now";
import { draftGoingLive } from "@/lib/going-live/draft-going-live";
import { executeGoingLive } from "@/lib/going-live/execute-going-live";
import { admitAtCounter } from "@/lib/members/admit-at-counter";
import { sendAppeal } from "@/lib/members/send-appeal";
import { suspendMember } from "@/lib/members/suspend-member";
import { CityTerms } from "@/lib/settings/input";
import { readSettings } from "@/lib/settings/queries";
import { undoSettings } from "@/lib/settings/undo-settings";
import { updateSettings } from "@/lib/settings/update-settings";
import { newId } from "@/lib/shared/ids";
import { personPlan } from "../support/member-fixtures";

// A program, run by act.ts in the served city's environment: one act of staff through its use case, and what it answered.
const [name = "", given = "{}"] = process.argv.slice(2);
const {
  staffId,
  checkers = [],
  ...words
} = JSON.parse(given) as {
  staffId: string;
  checkers?: string[];
} & Record<string, string>;
const actor = { staffId, requestId: "proof" };
const now = await cityNow();

async function goLive() {
  const drafted = await draftGoingLive("試験が終わったため", actor, now);
  if (!drafted.ok) return [drafted];
  const authority = { acts: undefined, staff: "everywhere" } as const;
  const order = { approvalId: drafted.value.id, authority, execute: executeGoingLive };
  return Promise.all(checkers.map((checker) => approve(order, { staffId: checker, requestId: "proof" }, now)));
}

async function changeSettings() {
  const settings = await readSettings(db);
  const terms = Object.fromEntries(CityTerms.keyof().options.map((key) => [key, settings[key]])) as CityTerms;
  return [await updateSettings({ ...terms, logo_id: settings.logo_id, ...words }, actor, now)];
}

/** Somebody joins, is suspended and appeals; and joins once more in vain. */
async function admitTwice() {
  const { suspensionReason: reason = "", appealText = "", ...typed } = words;
  const plan = personPlan(typed);
  return [
    await admitAtCounter(plan, actor, now),
    await suspendMember({ id: newId(), memberId: plan.id, reason }, actor, now),
    await sendAppeal(plan.id, appealText, now),
    await admitAtCounter({ ...plan, id: newId() }, actor, now),
  ];
}

const acts: Record<string, () => Promise<{ ok: boolean }[]>> = {
  goLive,
  changeSettings,
  admitTwice,
  undoSettings: async () => [await undoSettings(actor, now)],
};
const answers = (await acts[name]?.()) ?? [];
process.stdout.write(JSON.stringify(answers.map(({ ok }) => ok)));
await closeDatabase();
