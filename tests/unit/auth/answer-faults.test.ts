import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { answerFaults } from "@/lib/auth/answer-faults";
import { keepContact } from "@/lib/auth/calm-page";
import { send } from "../../support/raw-request";

const browser = { accept: "text/html,application/xhtml+xml" };

/** What a client gets of an answer that `answer` would give, when faults turn out as `status`. */
async function ask(answer: RequestListener, status: number, headers: Record<string, string> = browser, method = "GET") {
  const server = createServer((request, response) => {
    answerFaults(request, response, { number: "number-7", statusOf: (given) => (given === 500 ? status : given) });
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  try {
    return await send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, "/", { headers, method });
  } finally {
    server.close();
  }
}

const pieces: RequestListener = (_, response) => {
  response.statusCode = 500;
  response.setHeader("Content-Encoding", "gzip");
  response.write("a secret of");
  response.end(" the stack");
};
const atOnce: RequestListener = (_, response) => {
  response.writeHead(500, { "content-length": "5", "x-other": "1" });
  response.end("stack");
};

test.each([
  ["in pieces", pieces],
  ["at once", atOnce],
])("a page that failed %s is the calm one, whole without scripts, with the number of the fault", async (_, answer) => {
  const got = await ask(answer, 503);
  expect(got.status).toBe(503);
  expect(Number(got.headers["retry-after"])).toBeGreaterThan(0);
  expect(got.headers["cache-control"]).toBe("no-store");
  expect(got.headers["content-encoding"]).toBeUndefined();
  expect(got.body).toMatch(/^<!DOCTYPE html><html lang="ja">.*<h1>[^<]+<\/h1>.*number-7.*<\/html>$/);
  expect(got.body).not.toMatch(/<script|stack/);
});

test("a fault that is no outage does not say when to come back", async () => {
  const got = await ask(pieces, 500);
  expect([got.status, got.headers["retry-after"]]).toEqual([500, undefined]);
  expect(got.body).toContain("number-7");
});

test("the telephone of the calm page can be pressed, once the settings have been read", async () => {
  keepContact({
    service_name: "めぐポ",
    unit_name: "コイン",
    city_name: "見本市",
    contact_phone: "03-0000-0000",
    contact_hours: "平日 <8:30から>",
  });
  const { body } = await ask(pieces, 500);
  expect(body).toContain('<a href="tel:0300000000">03-0000-0000</a>（平日 &#60;8:30から&#62;）');
});

test("a script's own request keeps its answer and learns of the outage by its status", async () => {
  for (const headers of [{ accept: "*/*" }, { ...browser, "next-action": "00" }, { ...browser, rsc: "1" }]) {
    const got = await ask(atOnce, 503, headers);
    expect([got.status, got.body, got.headers["retry-after"]]).toEqual([503, "stack", "10"]);
  }
});

test("what did not fail is left alone, piece by piece", async () => {
  const got = await ask((_, response) => {
    response.write("one ");
    response.end("two");
  }, 503);
  expect([got.status, got.body]).toEqual([200, "one two"]);
});

test("asked without a body, the failed page has none", async () => {
  expect(await ask(pieces, 503, browser, "HEAD")).toMatchObject({ status: 503, body: "" });
});
