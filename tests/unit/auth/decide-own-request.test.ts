import { expect, test } from "vitest";
import { decideOwnRequest } from "@/lib/auth/decide-own-request";
import { ok, refuse } from "@/lib/shared/result";

const own = "https://points.example.jp";
const decide = (headers: Record<string, string>) => decideOwnRequest(new Headers(headers), own);
const form = { "content-type": "multipart/form-data; boundary=x" };
const action = { "next-action": "40ab", "content-type": "text/plain;charset=UTF-8" };

test("a page that is opened is read, wherever the link to it was", () => {
  expect(decide({})).toEqual(ok("read"));
  expect(decide({ "sec-fetch-site": "cross-site" })).toEqual(ok("read"));
  expect(decide({ "content-length": "0" })).toEqual(ok("read"));
});

test("a form or an action of our own page is a write", () => {
  for (const write of [form, action]) {
    expect(decide({ ...write, origin: own })).toEqual(ok("write"));
    expect(decide({ ...write, origin: own, "sec-fetch-site": "same-origin" })).toEqual(ok("write"));
  }
});

test("a write without exactly our origin is foreign", () => {
  const origins = [
    "null",
    "http://points.example.jp",
    "https://points.example.jp.evil.example",
    "https://evil.example",
    "",
  ];
  for (const write of [
    form,
    action,
    { "content-type": "text/plain" },
    { "content-length": "3" },
    { "transfer-encoding": "chunked" },
  ]) {
    expect(decide(write as Record<string, string>)).toEqual(refuse("foreign_request"));
    for (const origin of [...origins, `${own}/`, `${own}:8443`]) {
      expect(decide({ ...(write as Record<string, string>), origin })).toEqual(refuse("foreign_request"));
    }
  }
});

test("a forwarded host that agrees with a foreign origin changes nothing", () => {
  const forwarded = { "x-forwarded-host": "evil.example", host: "evil.example", "x-forwarded-proto": "https" };
  expect(decide({ ...form, ...forwarded, origin: "https://evil.example" })).toEqual(refuse("foreign_request"));
});

test("our origin is not believed where the browser itself says cross-site or same-site", () => {
  for (const site of ["cross-site", "same-site"]) {
    expect(decide({ ...form, origin: own, "sec-fetch-site": site })).toEqual(refuse("foreign_request"));
  }
});

test("whatever carries an Origin or an action is judged as a write, also without a body", () => {
  expect(decide({ origin: "https://evil.example" })).toEqual(refuse("foreign_request"));
  expect(decide({ "next-action": "40ab" })).toEqual(refuse("foreign_request"));
});
