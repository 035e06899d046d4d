import { randomBytes, randomInt } from "node:crypto";
import { type Arguments, encodeArguments, type Fields } from "./call-action";

export type Malformed = { label: string; contentType: string; body: Buffer | string };

/** How many random ones come with the handmade. */
const COUNT = process.env.FULL ? 2_000 : 8;

const plain = "text/plain;charset=UTF-8";
const flight = [
  "",
  "{",
  "null",
  "0",
  "[]",
  "{}",
  '""',
  "[[[[[[",
  '["$K1"]',
  '["$F1"]',
  '["$@0"]',
  '["$T"]',
  '["$Q1"]',
  '["$W1"]',
  '["$i1"]',
  '["$n999999999999999999999999"]',
  '["$NaN"]',
  '["$-Infinity"]',
  '["$D2026-99-99"]',
  '["$undefined"]',
  '["$S"]',
  '["$B1"]',
  '["$R0"]',
  '["$1:constructor:constructor"]',
  '["$0:__proto__:then"]',
  '[{"__proto__":{"memberId":"x"}}]',
  '[null,{"then":"$1:x"}]',
  "[null,[],1,2]",
];

const values = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\u202e",
  "'; drop table members; --",
  "💴".repeat(50),
  "９".repeat(400),
  "x".repeat(20_000),
  "-1",
  "1e309",
  "NaN",
  "{}",
  "[object Object]",
  "../../etc/passwd",
  "%00",
  "0x10",
  "2026-02-30",
  "\r\n\r\n",
  "$ACTION_ID_x",
  "00000000-0000-0000-0000-000000000000",
];

const pick = <T>(list: readonly T[]): T | undefined => list[randomInt(list.length)];

/** The proper form with one or more of its values replaced, dropped, doubled or joined by strangers. */
function spoil(form: Fields): Fields {
  const spoilt = { ...form, [pick(["__proto__", "constructor", "then", "extra", "id"]) ?? ""]: pick(values) ?? "" };
  for (const name of Object.keys(form)) {
    if (randomInt(2)) spoilt[name] = pick(values) ?? "";
    if (!randomInt(6)) delete spoilt[name];
  }
  return spoilt;
}

function spoiltForm({ before = [], form = {} }: Arguments): Malformed {
  const kept = randomInt(8) ? before : [pick(values) ?? "", ...before];
  return { label: "a form with other values", ...encodeArguments({ before: kept, form: spoil(form) }) };
}

function cut(given: Arguments): Malformed {
  const { contentType, body } = encodeArguments(given);
  return { label: "a form cut off", contentType, body: body.slice(0, randomInt(body.length)) };
}

const noise = (): Malformed => ({
  label: "noise",
  contentType:
    pick([
      plain,
      "multipart/form-data; boundary=x",
      "multipart/form-data",
      "application/json",
      "application/x-www-form-urlencoded",
    ]) ?? plain,
  body: randomBytes(randomInt(2_000)),
});

/** Bodies that no page of ours sends, from handmade pieces of React's own protocol to noise. */
export function* malformedBodies(given: Arguments): Generator<Malformed> {
  for (const body of flight) yield { label: `the arguments ${body}`, contentType: plain, body };
  yield { label: "a million items", contentType: plain, body: `[${"0,".repeat(400_000)}0]` };
  for (let made = 0; made < COUNT; made += 1) yield [spoiltForm, spoiltForm, cut, noise][made % 4]?.(given) ?? noise();
}
