import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "../support/journey";
import { type Answer, type Sent, send } from "../support/raw-request";

const origin = process.env.E2E_ORIGIN ?? "";
const code = "AAAAAAAAAAAAAAAAAAAAAA";

const pages = ["/", "/sign-in", "/help", "/offline", "/busy", "/scan", "/shops", "/admin/sign-in"];
const missing = ["/nowhere", "/nowhere/deep.html", `/e/${code}`, `/s/${code}`, "/admin/nowhere", "/a.b/c"];
const leading = ["/me", "/history", "/admin", "/sign-in/code"];
const files = ["/manifest.webmanifest", "/sw.js", "/icons/192.png", "/_next/static/none.js", "/nowhere.png"];
const others = [
  "/api/health",
  "/api/auth/session",
  "/api/auth/signin",
  "/api/nowhere",
  "/_next/image?url=%2Ficons%2F192.png&w=64&q=75",
];

const odd: [string, Sent][] = [
  ["/sign-in", { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x--" }],
  ["/sign-in", { method: "POST", headers: { "next-action": "00", origin, "content-type": "text/plain" }, body: "[" }],
  ["/", { method: "PUT" }],
  ["/%E0%A4%A", {}],
  ["/", { headers: { "next-router-prefetch": "1", rsc: "1" } }],
  ["/", { headers: { "next-router-prefetch": "1" } }],
];

const always = {
  "strict-transport-security": /max-age=\d{8}/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^same-origin$/,
  "permissions-policy": /camera=\(self\).*microphone=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
  "content-security-policy": /default-src 'self'.*frame-ancestors 'none'/,
};

const scriptSources = (answer: Answer) =>
  /script-src ([^;]*)/.exec(answer.headers["content-security-policy"] ?? "")?.[1] ?? "";
const nonceOf = (answer: Answer) => /'nonce-([^']+)'/.exec(scriptSources(answer))?.[1];

function faultsOf(name: string, answer: Answer): string[] {
  const wrong = Object.entries(always).filter(([header, shape]) => !shape.test(answer.headers[header] ?? ""));
  const open = ["'unsafe-inline'", "'unsafe-eval'"].filter((source) => scriptSources(answer).includes(source));
  const told = ["x-powered-by", "server"].filter((header) => header in answer.headers);
  return [...wrong.map(([header]) => header), ...open, ...told].map((fault) => `${name} (${answer.status}): ${fault}`);
}

test("every answer carries the security headers: pages, errors, redirects, files, odd requests", async () => {
  const html = (await send(origin, "/")).body;
  const chunk = /\/_next\/static\/[^"?]+\.js/.exec(html)?.[0] ?? "a script of the page";
  const asked: [string, Sent][] = [...pages, ...missing, ...leading, ...files, ...others, chunk].map((path) => [
    path,
    {},
  ]);
  const faults: string[] = [];
  for (const [path, sent] of [...asked, ...odd])
    faults.push(...faultsOf(`${sent.method ?? "GET"} ${path}`, await send(origin, path, sent)));
  expect(faults).toEqual([]);
});

test("no page has a script without its nonce, not-found included", async () => {
  const bare: string[] = [];
  for (const path of [...pages, ...missing]) {
    const answer = await send(origin, path);
    const nonce = nonceOf(answer);
    const scripts = answer.body.match(/<script\b[^>]*>/g) ?? [];
    if (!nonce) bare.push(`${path}: no nonce`);
    bare.push(
      ...scripts.filter((script) => !script.includes(`nonce="${nonce}"`)).map((script) => `${path}: ${script}`),
    );
    if (/\son[a-z]+="/.test(answer.body)) bare.push(`${path}: an inline handler`);
  }
  expect(bare).toEqual([]);
});

test("no two answers share a nonce", async () => {
  const nonces = await Promise.all(Array.from({ length: 100 }, async () => nonceOf(await send(origin, "/busy"))));
  expect(new Set(nonces).size).toBe(100);
});

test("what is signed in is kept by no cache", async ({ admin }) => {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest();
  await admin`insert into member_sessions (token_hash, member_id, created_at, expires_at)
    select ${hash}, id, now(), now() + interval '1 day' from members limit 1`;
  for (const path of ["/", "/me", "/history", "/shops", "/api/auth/session"]) {
    const answer = await send(origin, path, { headers: { cookie: `__Host-komapo=${token}` } });
    expect(answer.status, path).toBe(200);
    expect(answer.headers["cache-control"], path).toContain("no-store");
  }
});
