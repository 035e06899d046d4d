import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, afterEach, expect, test } from "vitest";
import { noteFault, noteGuarded, noteRequests, REQUEST_ID_HEADER } from "@/lib/auth/note-request";
import { send } from "../../support/raw-request";

const open = noteRequests();
const server = createServer().listen(0, "127.0.0.1");
const port = () => (server.address() as AddressInfo).port;
const numberOf = (request: IncomingMessage) => String(request.headers[REQUEST_ID_HEADER]);

afterAll(() => void server.close());
afterEach(() => void server.removeAllListeners("request"));

/** Asks `paths` in one go, without waiting for answers, and hangs up once the server has begun with all of them. */
async function hangUp(paths: string[]): Promise<string[]> {
  const begun: [IncomingMessage, ServerResponse][] = [];
  const all = new Promise<void>((resolve) => {
    server.on("request", (...pair) => begun.push(pair) === paths.length && resolve());
  });
  const client = connect(port(), "127.0.0.1");
  client.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: city\r\n\r\n`).join(""));
  await all;
  const closed = Promise.all(begun.map(([, response]) => once(response, "close")));
  client.destroy();
  await closed;
  return begun.map(([request]) => numberOf(request));
}

test("of a request whose client hangs up before its guard runs, nothing is kept", async () => {
  const numbers = await hangUp(["/1", "/2", "/3"]);
  for (const number of numbers) {
    noteGuarded(number);
    noteFault(number, "53300");
  }
  expect(new Set(numbers).size).toBe(3);
  expect([...open]).toEqual([]);
});

test("a note about a request that never was is dropped", () => {
  noteGuarded("made-up");
  noteFault("made-up", "53300");
  expect([...open]).toEqual([]);
});

test("what is noted while a request is open decides its answer, and goes with it", async () => {
  const answer: RequestListener = (request, response) => {
    noteGuarded(numberOf(request));
    noteFault(numberOf(request), "53300");
    response.writeHead(500).end();
  };
  server.on("request", answer);
  const { status } = await send(`http://127.0.0.1:${port()}`, "/");
  expect(status).toBe(503);
  await expect.poll(() => [...open]).toEqual([]);
});
