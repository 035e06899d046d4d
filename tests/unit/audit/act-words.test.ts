import { expect, test } from "vitest";
import { ja } from "@/lib/i18n/catalogue";
import { roles } from "@/lib/staff/permissions";
import { findActs } from "../../support/house/find-acts";
import { parse, readSources } from "../../support/house/sources";

const written = [...new Set(readSources("app", "lib", "db/seed").flatMap(findActs))].sort();

test("every act that is written anywhere has its word in lib/i18n/messages/ja/audit.json", () => {
  expect(written.length).toBeGreaterThan(20);
  expect(written.filter((act) => !(act in ja.audit.act))).toEqual([]);
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
