import { expect, test } from "vitest";
import { approvalSteps, decideActName } from "@/lib/audit/decide-act-name";
import { ja } from "@/lib/i18n/catalogue";
import { roles } from "@/lib/staff/permissions";
import { findActs, findTargetKinds } from "../../support/house/find-acts";
import { parse, readSources } from "../../support/house/sources";

const sources = readSources("app", "lib", "db/seed");
const written = [...new Set(sources.flatMap(findActs))].sort();

test("every act that is written anywhere has its word in lib/i18n/messages/ja/audit.json", () => {
  expect(written.length).toBeGreaterThan(20);
  expect(written.filter((act) => !(act in ja.audit.act) && !decideActName(act))).toEqual([]);
});

test("every kind of thing that is acted on has its word in the trail", () => {
  const kinds = [...new Set(sources.flatMap(findTargetKinds))];
  expect(kinds).toContain("programme");
  expect(kinds.filter((kind) => !(kind in ja.audit.kind))).toEqual([]);
});

test("every step of an approval of every kind is told by both, and no other act is taken for one", () => {
  const kinds = Object.keys(ja.approvals.kind);
  const acts = Object.keys(ja.audit.step).flatMap((verb) => kinds.map((kind) => `${verb}_${kind}`));
  expect(approvalSteps.map(({ act }) => act).sort()).toEqual(acts.sort());
  expect(decideActName("send_back_correct_grant")).toMatchObject({ verb: "send_back", kind: "correct_grant" });
  expect(decideActName("correct_grant")).toBeUndefined();
});

test("an act is found as a value, as a type, and in either branch", () => {
  const see = (text: string) => findActs(parse("planted.ts", text));
  expect(see(`recordAct(tx, actor, { act: "move_town", outcome: "done" }, at);`)).toEqual(["move_town"]);
  expect(see(`function write(act: "sell_town" | "buy_town") {}`)).toEqual(["sell_town", "buy_town"]);
  expect(see(`const a = { act: isNew ? "found_town" : "raze_town" };`)).toEqual(["found_town", "raze_town"]);
});

test("every role has its word in the trail", () => {
  expect(Object.keys(ja.audit.role).sort()).toEqual([...roles].sort());
});
