import { expect, test } from "vitest";
import { decideNewcomer, decidePerson, decideQuestion, type PersonFacts } from "@/lib/counter/decide-person";
import { ok, refuse } from "@/lib/shared/result";

const facts: PersonFacts = {
  number: "000000018",
  bornOn: "1948-03-05",
  phone: "03-1111-2222",
  email: "taro@example.jp",
};
const nothing = { bornOn: false, phone: false, email: false };

test("whoever shows a card or says a number is asked for what most people know by heart", () => {
  expect(decideQuestion({ bornOn: true, phone: true, email: true }, "card")).toBe("birth");
  expect(decideQuestion({ ...nothing, phone: true, email: true }, "number")).toBe("phone");
  expect(decideQuestion({ ...nothing, email: true }, "card")).toBe("email");
});

test("whoever was found by name or birth date is asked for something else than these", () => {
  expect(decideQuestion({ bornOn: true, phone: true, email: true }, "name")).toBe("phone");
  expect(decideQuestion({ bornOn: true, phone: false, email: true }, "name")).toBe("number");
});

test.each([
  ["card", "birth", "昭和２３年３月５日"],
  ["number", "birth", "19480305"],
  ["name", "phone", "０３ー１１１１ー２２２２"],
] as const)("the right answer opens, however it is typed: %s, %s, %s", (foundBy, question, answer) => {
  expect(decidePerson(facts, { foundBy, question, answer })).toEqual(ok(null));
});

test("a number or an address is an answer where nothing better is known", () => {
  const byName = { foundBy: "name", question: "number", answer: "0000-0001-8" } as const;
  expect(decidePerson({ ...facts, phone: null }, byName)).toEqual(ok(null));
  const byMail = { foundBy: "card", question: "email", answer: "Taro@Example.jp" } as const;
  expect(decidePerson({ ...facts, bornOn: null, phone: null }, byMail)).toEqual(ok(null));
});

test.each(["1948-03-06", "", "x", "03-1111-2222"])("a wrong answer opens nothing: %j", (answer) => {
  expect(decidePerson(facts, { foundBy: "card", question: "birth", answer })).toEqual(refuse("wrong_answer"));
});

test("the one who asks cannot choose an easier question, nor find anybody who is not there", () => {
  const chosen = { foundBy: "card", question: "number", answer: "000000018" } as const;
  expect(decidePerson(facts, chosen)).toEqual(refuse("other_question"));
  expect(decidePerson(undefined, chosen)).toEqual(refuse("unknown_member"));
});

test("only whom this member of staff signed up a moment ago needs no second proof", () => {
  const at = new Date("2026-05-01T01:00:00Z");
  const admitted = { admittedBy: "one", joinedAt: new Date(at.getTime() - 60_000) };
  expect(decideNewcomer(admitted, "one", at)).toEqual(ok(null));
  expect(decideNewcomer(admitted, "other", at)).toEqual(refuse("unknown_member"));
  expect(decideNewcomer({ ...admitted, admittedBy: null }, "one", at)).toEqual(refuse("unknown_member"));
  expect(decideNewcomer(admitted, "one", new Date(at.getTime() + 10 * 60_000))).toEqual(refuse("unknown_member"));
  expect(decideNewcomer(undefined, "one", at)).toEqual(refuse("unknown_member"));
});
