import { expect, test } from "vitest";
import { readAnswer } from "../../support/read-answer";

const plain = { status: 200, headers: {}, body: "" };
const leading = (to: string, body = "") => ({ ...plain, headers: { "x-action-redirect": `${to};push` }, body });
const FRAME = '0:{"a":"$@1","q":"","i":false,"b":"x"}\n';
const giving = (value: unknown, before = "") => ({ ...plain, body: `${FRAME}${before}1:${JSON.stringify(value)}\n` });
const NOT_FOUND = '19:E{"digest":"NEXT_HTTP_ERROR_FALLBACK;404"}\n';
const state = { values: {}, errors: [] };

test.each([
  ["a way to the citizens' sign-in", leading("/sign-in?to=x"), "asks_citizen"],
  ["a way to the staff's sign-in", leading("/admin/sign-in"), "asks_staff"],
  ["a way to what is denied", leading("/admin/denied"), "denied"],
  ["a way to a page that is not there for them", leading("/receipts/x", NOT_FOUND), "refused"],
  ["a way to the page that says why", leading("/me/proxies?gone"), "refused"],
  ["a way to the same page without it", leading("/me/proxies?ended"), "answers"],
  ["a way to a page", leading("/receipts/x", "1:{}\n"), "answers"],
  ["a status that says no", { ...plain, status: 403 }, "refused"],
  ["a form with an error", giving({ ...state, errors: [{ field: "a", message: "b" }] }), "refused"],
  ["a form with a warning", giving({ ...state, notice: { kind: "warning", title: "a" } }), "refused"],
  ["a form with what was found", giving({ ...state, found: [] }), "answers"],
  ["a form with good news", giving({ ...state, notice: { kind: "success", title: "a" } }), "answers"],
  ["a sentence alone", giving({ title: "a", text: "b" }), "refused"],
  ["a question not asked", giving({ ok: false, answer: state }), "refused"],
  ["a question", giving({ ok: true, options: {} }), "answers"],
  ["no sign of life", giving(false), "refused"],
  ["a number", giving(899), "answers"],
  ["nothing", giving("$undefined"), "answers"],
  ["a picture, right behind a long text that looks like a row", giving({ viewBox: "a" }, "2:T8,\n1:false"), "answers"],
])("%s is read as what it says", (_, answer, wanted) => {
  expect(readAnswer(answer)).toBe(wanted);
});

test.each([
  ["a failure", { ...plain, status: 500 }],
  ["an action that there is none of", { ...plain, status: 404, headers: { "x-nextjs-action-not-found": "1" } }],
  ["another's data in a shape that no action gives back", giving({ name: "a", phone: "b" })],
  ["an answer without what was given back", { ...plain, body: "hello" }],
])("%s is neither a refusal nor an answer", (_, answer) => {
  expect(readAnswer(answer)).toMatch(/^(no action|unreadable): /);
});
