import { callbackUrls } from "../support/callback-urls";
import { expect, test } from "../support/journey";
import { send } from "../support/raw-request";

const origin = process.env.E2E_ORIGIN ?? "";
/** Where an address of somebody else's making might be taken for one to go on to. */
const doors = [
  "/sign-in?to=",
  "/sign-in/provider?to=",
  "/api/auth/callback/portal?callbackUrl=",
  "/api/auth/signin?callbackUrl=",
];

test("500 callback addresses lead nowhere but to our own pages, and none fails", async () => {
  test.setTimeout(240_000);
  const led: string[] = [];
  for (const [index, url] of callbackUrls.entries()) {
    const path = `${doors[index % doors.length]}${encodeURIComponent(url)}`;
    const answer = await send(origin, path);
    const to = new URL(answer.headers.location ?? "/", origin);
    if (answer.status >= 500 || to.origin !== origin || answer.body.includes('evil.example/me"'))
      led.push(`${path}: ${answer.status} ${to.href}`);
  }
  expect(led).toEqual([]);
});
