import { randomInt } from "node:crypto";
import { type Arguments, encodeArguments, type Fields } from "./call-action";

export type Malformed = { label: string; contentType: string; body: Buffer | string };

/** How many random ones come with the handmade. */
const COUNT = process.env.FULL ? 2_000 : 8;

/** Given again as MALFORMED_SEED, the same bodies are made for each action. */
const seed = Number(process.env.MALFORMED_SEED ?? randomInt(2 ** 31));

/** Mulberry32: whole numbers below a bound, the same ones for the same seed. */
function draw(from: number) {
  let state = from;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Draw = ReturnType<typeof draw>;

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

const pick = <T>(next: Draw, list: readonly T[]): T | undefined => list[next(list.length)];

/** The proper form with one or more of its values replaced, dropped, doubled or joined by strangers. */
function spoil(next: Draw, form: Fields): Fields {
  const spoilt = {
    ...form,
    [pick(next, ["__proto__", "constructor", "then", "extra", "id"]) ?? ""]: pick(next, values) ?? "",
  };
  for (const name of Object.keys(form)) {
    if (next(2)) spoilt[name] = pick(next, values) ?? "";
    if (!next(6)) delete spoilt[name];
  }
  return spoilt;
}

function spoiltForm(next: Draw, { before = [], form = {} }: Arguments): Malformed {
  const kept = next(8) ? before : [pick(next, values) ?? "", ...before];
  return { label: "a form with other values", ...encodeArguments({ before: kept, form: spoil(next, form) }) };
}

function cut(next: Draw, given: Arguments): Malformed {
  const { contentType, body } = encodeArguments(given);
  return { label: "a form cut off", contentType, body: body.slice(0, next(body.length)) };
}

const noise = (next: Draw): Malformed => ({
  label: "noise",
  contentType:
    pick(next, [
      plain,
      "multipart/form-data; boundary=x",
      "multipart/form-data",
      "application/json",
      "application/x-www-form-urlencoded",
    ]) ?? plain,
  body: Buffer.from(Array.from({ length: next(2_000) }, () => next(256))),
});

/** Bodies that no page of ours sends, from handmade pieces of React's own protocol to noise. */
export function* malformedBodies(given: Arguments): Generator<Malformed> {
  for (const body of flight) yield { label: `the arguments ${body}`, contentType: plain, body };
  yield { label: "a million items", contentType: plain, body: `[${"0,".repeat(400_000)}0]` };
  const next = draw(seed);
  for (let made = 0; made < COUNT; made += 1) {
    const { label, ...sent } = [spoiltForm, spoiltForm, cut, noise][made % 4]?.(next, given) ?? noise(next);
    yield { label: `${label}, number ${made} of MALFORMED_SEED=${seed}`, ...sent };
  }
}
