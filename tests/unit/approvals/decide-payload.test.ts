import { expect, test } from "vitest";
import { formatApprovalNumber } from "@/lib/approvals/decide-approval-number";
import { auditRowOf } from "@/lib/approvals/decide-audit-row";
import { canonicalText } from "@/lib/approvals/decide-payload";
import { findGuardRefusal } from "@/lib/approvals/decide-refusal";

test("a payload has one text, in whatever order its names were written, and another payload another", () => {
  const text = canonicalText({ b: [1, { d: null, c: "あ" }], a: true });
  expect(text).toBe('{"a":true,"b":[1,{"c":"あ","d":null}]}');
  expect(canonicalText({ a: true, b: [1, { c: "あ", d: null }] })).toBe(text);
  expect(canonicalText({ a: true, b: [1, { c: "あ", d: 0 }] })).not.toBe(text);
  expect(canonicalText({ a: "1" })).not.toBe(canonicalText({ a: 1 }));
});

test("a number is the fiscal year's and five digits", () => {
  expect(formatApprovalNumber(2026, 17)).toBe("2026-00017");
});

test("a step's audit row names act and record, holds what changes, and falls back on the draft itself", () => {
  const effect = { lines: [{ label: "budget", before: null, after: "10000" }] };
  const draft = { kind: "set_programme_budget", id: "draft", number: "2026-00001", effect } as const;
  const row = auditRowOf("approve", { ...draft, target: { kind: "programme", id: "p" } }, "なぜ");
  const after = { budget: "10000", approval: "2026-00001" };
  const onTarget = { targetKind: "programme", targetId: "p", before: {}, after, reason: "なぜ" };
  expect(row).toEqual({ act: "approve_set_programme_budget", outcome: "done", ...onTarget });
  const unborn = auditRowOf("draft", { ...draft, target: { kind: "staff", id: null } });
  expect(unborn).toMatchObject({ targetKind: "approval", targetId: "draft" });
});

test("the guard's refusals are read out of a fault; any other fault is none", () => {
  const fault = (cause: object) => Object.assign(new Error("query"), { cause });
  expect(findGuardRefusal(fault({ code: "KP003", message: "own_wallet" }))).toBe("own_wallet");
  expect(findGuardRefusal(fault({ code: "23514", constraint_name: "approvals_two_persons" }))).toBe("own_draft");
  expect(findGuardRefusal(fault({ code: "23505", constraint_name: "approvals_number" }))).toBeUndefined();
  expect(findGuardRefusal("no error")).toBeUndefined();
});
