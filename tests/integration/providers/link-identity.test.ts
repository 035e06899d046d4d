import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { mailWayChange } from "@/lib/auth/mail-way-change";
import { startSession } from "@/lib/auth/start-session";
import { findOwnEmail } from "@/lib/members/ways-in";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeMember } from "../../support/fixtures";
import { openProviders, type Providers, signInAt } from "../../support/provider-world";

vi.mock("next/headers", () => import("../../support/browser"));
vi.mock("@/lib/auth/mail-way-change", () => ({ mailWayChange: vi.fn() }));

const admin = adminSql();
let providers: Providers;
beforeAll(async () => {
  providers = await openProviders();
});
afterAll(() => Promise.all(Object.values(providers).map(({ stop }) => stop())));
let jar = useBrowser();
beforeEach(() => {
  jar = useBrowser();
});

const LATER = new Date(AT.getTime() + 3_600_000);
const whyOf = (landing: string) => new URL(landing, "http://here").searchParams.get("why");
const linksOf = async (memberId: string) =>
  (await admin`select 1 from member_identities where member_id = ${memberId} and removed_at is null`).length;
const eventsOf = async (memberId: string) =>
  (
    await admin<
      { kind: string }[]
    >`select kind from member_events where member_id = ${memberId} and kind not in ('consented', 'signed_in') order by id`
  ).map(({ kind }) => kind);
const sessionHere = async () => {
  const hash = hashSecret(jar.get(MEMBER_COOKIE) ?? "");
  const [row] = await admin<{ member_id: string; proven_at: Date }[]>`
    select member_id, proven_at from member_sessions where token_hash = ${hash}`;
  return row;
};

async function signedIn(): Promise<string> {
  const { memberId } = await makeMember();
  jar = useBrowser();
  await startSession({ memberId }, AT);
  return memberId;
}

test("an account there becomes a way in of the signed-in member; once more changes nothing", async () => {
  const memberId = await signedIn();
  expect(await signInAt({ mode: "link", resumeTo: "/me" })).toBe("/me");
  expect(await signInAt({ mode: "link", resumeTo: "/me" })).toBe("/me");
  expect(await linksOf(memberId)).toBe(1);
  expect(await eventsOf(memberId)).toEqual(["linked_identity"]);
  expect(vi.mocked(mailWayChange).mock.calls, "the member is told of it, once").toEqual([
    [await findOwnEmail(memberId), "added", expect.any(String)],
  ]);
  jar = useBrowser();
  await signInAt();
  expect((await sessionHere())?.member_id).toBe(memberId);
});

test("an account that opens another membership is refused, and neither member changes", async () => {
  await signInAt({ who: "hanako" });
  const memberId = await signedIn();
  expect(whyOf(await signInAt({ mode: "link", who: "hanako" }))).toBe("identity_taken");
  expect(await linksOf(memberId)).toBe(0);
});

test("an account is linked to whoever began it: signed out or somebody else meanwhile, nothing is linked", async () => {
  expect(whyOf(await signInAt({ mode: "link", who: "jiro" }))).toBe("session_changed");
  expect((await admin`select 1 from member_identities`).length).toBe(2);
});

test("to prove oneself the provider asks anew, and only one's own account counts", async () => {
  await signInAt({ who: "saburo" });
  const before = await sessionHere();
  expect(await signInAt({ mode: "prove", who: "saburo", resumeTo: "/me" }, LATER)).toBe("/me");
  expect((await sessionHere())?.proven_at).toEqual(LATER);
  expect(before?.proven_at, "a sign-in by a session that was open there proves nothing").toEqual(new Date(0));
  expect(whyOf(await signInAt({ mode: "prove", who: "jiro" }, LATER))).toBe("other_person");
});

test("a step-up in the city sets the residency with its last day, and opens no session", async () => {
  const memberId = await signedIn();
  expect(await signInAt({ key: "step", mode: "residency", resumeTo: "/me" })).toBe("/me");
  const [row] = await admin`
    select residency_checked_by, residency_valid_until::text from members where id = ${memberId}`;
  expect(row).toEqual({ residency_checked_by: "step", residency_valid_until: "2027-05-03" });
  expect(await eventsOf(memberId)).toEqual(["residency_checked"]);
  expect(await linksOf(memberId)).toBe(0);
  jar = useBrowser();
  expect(whyOf(await signInAt({ key: "step", mode: "residency" }))).toBe("session_changed");
  expect(whyOf(await signInAt({ key: "step" }))).toBe("provider_down");
});

test("an account that has shown one member's residency shows nobody else's, and that is said", async () => {
  const memberId = await signedIn();
  expect(whyOf(await signInAt({ key: "step", mode: "residency" }))).toBe("residency_taken");
  expect(await eventsOf(memberId)).toEqual([]);
});

test("a step-up of somebody who lives elsewhere, or tells no address, sets nothing", async () => {
  for (const who of ["hanako", "jiro"]) {
    const memberId = await signedIn();
    expect(whyOf(await signInAt({ key: "step", mode: "residency", who }))).toBe("address_elsewhere");
    expect(await eventsOf(memberId)).toEqual([]);
  }
});
