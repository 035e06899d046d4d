import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { STAFF_COOKIE } from "@/lib/auth/cookies";
import { findMember, requireMember, requirePermission, requireStaff, requireVisitor } from "@/lib/auth/guards";
import { PEER_HEADER } from "@/lib/auth/note-request";
import { requireMemberForClaim } from "@/lib/auth/require-for-claim";
import { openResume } from "@/lib/auth/resume";
import { startSession } from "@/lib/auth/start-session";
import { env } from "@/lib/env";
import { takeAttempt } from "@/lib/limits/limits";
import { sendHeaders, useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { makeMember, makeOffer, makeStaff, makeTill, type TestStaff } from "../../support/fixtures";

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
  await startSession({ staffId: staff.staffId, factor: "totp" }, new Date());
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

const kept = async () => (await admin`select 1 from sign_in_attempts where pending_claim is not null`).length;

test("a claim without a session is kept with this browser, and one that is no earn code's token is not", async () => {
  sendHeaders({ ...form, origin: env.APP_ORIGIN });
  const shop = await makeTill(staff);
  for (const token of ["'; drop table --", "AAAAAAAAAAAAAAAAAAAAAA", shop.token]) {
    await expect(requireMemberForClaim(token)).rejects.toEqual(redirected("/sign-in"));
  }
  expect(await kept()).toBe(0);
  const { token } = await makeOffer(staff);
  await expect(requireMemberForClaim(token)).rejects.toEqual(redirected("/sign-in"));
  expect(await kept()).toBe(1);
});

test("where one address has had three hundred claims kept, no row is written and the sign-in leads back to the code's page", async () => {
  const { token } = await makeOffer(staff);
  sendHeaders({ ...form, origin: env.APP_ORIGIN, [PEER_HEADER]: "203.0.113.8" });
  for (let claims = 0; claims < 300; claims += 1) await takeAttempt("kept_claim", "203.0.113.8");
  const before = await kept();
  const thrown = await requireMemberForClaim(token).catch((error: { digest: string }) => error.digest);
  expect(openResume(/\/sign-in\?to=([\w-]+);/.exec(String(thrown))?.[1])).toBe(`/e/${token}`);
  expect(await kept()).toBe(before);
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
  await startSession({ staffId: staff.staffId, factor: "totp" }, new Date());
  expect(await findMember()).toMatchObject({ memberId });
  expect(await requireStaff()).toMatchObject({ staffId: staff.staffId, actor: { staffId: staff.staffId } });
});

test("the client's address is the socket's, whatever it says of itself", async () => {
  sendHeaders({ [PEER_HEADER]: "203.0.113.7", "x-forwarded-for": "1.2.3.4" });
  expect(await requireVisitor()).toMatchObject({ address: "203.0.113.7" });
});

test("a permission is given where it is held; one that is lacking leads to the page that says so, as one denied act", async () => {
  const { staffId, sectionId } = await makeStaff();
  await admin`update staff_roles set section_id = ${sectionId} where staff_id = ${staffId}`;
  await startSession({ staffId, factor: "totp" }, new Date());
  const held = await requirePermission("programme.write");
  expect(held).toMatchObject({ scope: [sectionId], actor: { staffId, roles: "programme", scope: [sectionId] } });
  expect(held.scopeOf("staff.manage")).toBeUndefined();
  await expect(requirePermission("staff.manage")).rejects.toEqual(redirected("/admin/denied"));
  const acts = await admin`select act, outcome, target_id, reason from audit_entries where staff_id = ${staffId}`;
  expect(acts).toEqual([
    { act: "use_permission", outcome: "denied", target_id: "staff.manage", reason: "not_permitted" },
  ]);
});

test("a role that is taken away is gone at the next request", async () => {
  const { staffId } = await makeStaff();
  await startSession({ staffId, factor: "totp" }, new Date());
  expect(await requirePermission("shop.write")).toMatchObject({ staffId, scope: "everywhere" });
  await admin`update staff_roles set ended_at = now() where staff_id = ${staffId}`;
  await expect(requirePermission("shop.write")).rejects.toEqual(redirected("/admin/denied"));
});
