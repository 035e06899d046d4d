import { expect, test } from "vitest";
import { ja } from "@/lib/i18n/catalogue";
import { findRefusals } from "../../support/house/find-refusals";
import { parse, readSources } from "../../support/house/sources";

/** What citizens do, what the ledger says to the use cases, and what was typed wrongly: none of it is a staff act that was denied. */
const NO_STAFF_ACT = [
  /^lib\/(ledger|limits|mail|providers|shared|spending|usage)\//,
  /^lib\/auth\/(calm-page|decide-(own-request|sign-in-code)|known-browser|resume|sign-in-member(-by-passkey)?|verify-member-code)\.ts$/,
  /^lib\/auth\/(add-email|answer-provider|decide-provider-answer|portal-api|prove-member|refused-at|start-provider-sign-in|take-identity)\.ts$/,
  /^lib\/members\/(admit-identity|decide-identity|decide-residency-proof|link-identity)\.ts$/,
  /^lib\/claims\/(accept-claim|claim-points|decide-typed)[\w-]*\.ts$/,
  /^lib\/codes\/decide-(scanned-text|typed-code)\.ts$/,
  /^lib\/members\/decide-(birth-date|consent|drawn|join|kana|leaving|member-code|search|sign-up|way-in)\.ts$/,
  /^lib\/members\/(end-session|name-passkey|remove-way-in)\.ts$/,
];

const acted = readSources("lib").filter(({ file }) => !NO_STAFF_ACT.some((pattern) => pattern.test(file)));
const reasons = [...new Set(acted.flatMap(findRefusals))].sort();

test("every reason for which an act of staff can be denied has its sentence in the trail", () => {
  expect(reasons.length).toBeGreaterThan(80);
  expect(reasons.filter((reason) => !(reason in ja.audit.refusal))).toEqual([]);
});

test("a reason is found in a type, in a list, and in either branch of a refusal", () => {
  const see = (text: string) => findRefusals(parse("planted.ts", text));
  expect(see(`type TownRefusal = "town_sold" | Other;`)).toEqual(["town_sold"]);
  expect(see(`const townRefusals = ["town_gone", ...others] as const;`)).toEqual(["town_gone"]);
  expect(see(`return isNew ? ok(1) : refuse(isOld ? "too_old" : "too_far");`)).toEqual(["too_old", "too_far"]);
});
