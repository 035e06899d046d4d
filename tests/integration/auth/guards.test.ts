import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { STAFF_COOKIE } from "@/lib/auth/cookies";
import { findMember, requireMember, requireMemberForClaim, requireStaff, requireVisitor } from "@/lib/auth/guards";
import { PEER_HEADER } from "@/lib/auth/note-request";
import { openResume } from "@/lib/auth/resume";
import { startSession } from "@/lib/auth/start-session";
import { env } from "@/lib/env";
import { sendHeaders, useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { makeMember, makeStaff, type TestStaff } from "../../support/fixtures";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});
beforeEach(() => void useBrowser());

const redirected = (to: string) => expect.objectContaining({ digest: expect.stringContaining(`;${to};`) });
const notFound = expect.objectContaining({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
const form = { "content-type": "multipart/form-data; boundary=x" };

test("every guard refuses a write that does not come from our own pages", async () => {
  const { memberId } = await makeMember();
  await startSession({ memberId }, new Date());
  await startSession({ staffId: staff.staffId }, new Date());
  const guards = [requireVisitor, findMember, requireMember, () => requireMemberForClaim("x"), requireStaff];
  for (const origin of [undefined, "null", "https://evil.example", `${env.APP_ORIGIN}.evil.example`]) {
    sendHeaders({ ...form, ...(origin && { origin }), "x-forwarded-host": "evil.example" });
    for (const guard of guards) await expect(guard()).rejects.toEqual(notFound);
  }
  sendHeaders({ ...form, origin: env.APP_ORIGIN });
  for (const guard of guards) expect(await guard()).toMatchObject({ requestId: expect.any(String) });
});

test("the signed-out are sent to sign in, and the way back is sealed in the address", async () => {
  await expect(requireMember()).rejects.toEqual(redirected("/sign-in"));
  const thrown = await requireMember("/history").catch((error: { digest: string }) => error.digest);
  const sealed = /\/sign-in\?to=([\w-]+);/.exec(String(thrown))?.[1];
  expect(thrown).not.toContain("history");
  expect(openResume(sealed)).toBe("/history");
  await expect(requireMember("//evil.example")).rejects.toEqual(redirected("/sign-in"));
});

test("a claim without a session is kept with this browser, and one that is no code's token is not", async () => {
  const kept = async () => (await admin`select 1 from sign_in_attempts where pending_claim is not null`).length;
  sendHeaders({ ...form, origin: env.APP_ORIGIN });
  await expect(requireMemberForClaim("'; drop table --")).rejects.toEqual(redirected("/sign-in"));
  expect(await kept()).toBe(0);
  await expect(requireMemberForClaim("AAAAAAAAAAAAAAAAAAAAAA")).rejects.toEqual(redirected("/sign-in"));
  expect(await kept()).toBe(1);
});

test("a citizen's session never opens /admin, and a staff cookie's value does not help", async () => {
  const { memberId } = await makeMember();
  const browser = useBrowser();
  await startSession({ memberId }, new Date());
  await expect(requireStaff()).rejects.toEqual(redirected("/admin/sign-in"));
  browser.set(STAFF_COOKIE, [...browser.values()][0] ?? "");
  await expect(requireStaff()).rejects.toEqual(redirected("/admin/sign-in"));
});

test("a member and a staff session live side by side in one browser", async () => {
  const { memberId } = await makeMember();
  await startSession({ memberId }, new Date());
  await startSession({ staffId: staff.staffId }, new Date());
  expect(await findMember()).toMatchObject({ memberId });
  expect(await requireStaff()).toMatchObject({ staffId: staff.staffId, actor: { staffId: staff.staffId } });
});

test("the client's address is the socket's, whatever it says of itself", async () => {
  sendHeaders({ [PEER_HEADER]: "203.0.113.7", "x-forwarded-for": "1.2.3.4" });
  expect(await requireVisitor()).toMatchObject({ address: "203.0.113.7" });
});
