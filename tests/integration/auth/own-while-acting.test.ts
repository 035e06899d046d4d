import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { GET as exportData } from "@/app/(citizen)/me/data/export/route";
import DataPage from "@/app/(citizen)/me/data/page";
import { GET as printYear } from "@/app/(citizen)/me/data/statement/[year]/route";
import { askToLeaveAction, stayAction } from "@/app/(citizen)/me/leave/actions";
import LeavePage from "@/app/(citizen)/me/leave/page";
import SurePage from "@/app/(citizen)/me/leave/sure/page";
import { stopActingAction } from "@/app/(citizen)/me/proxies/actions";
import { openResume } from "@/lib/auth/resume";
import { startSession } from "@/lib/auth/start-session";
import { actForElder } from "../../support/acting";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { makeMember, makeStaff, type TestStaff } from "../../support/fixtures";

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/headers", () => import("../../support/browser"));
vi.mock("next-intl/server", () => import("../../support/translations"));

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});
beforeEach(() => void useBrowser());

const asked = (path: string, headers: Record<string, string> = {}) => new Request(`http://here${path}`, { headers });
const year = (headers?: Record<string, string>) =>
  printYear(asked("/me/data/statement/2026", headers), { params: Promise.resolve({ year: "2026" }) });
const own = {
  "the data": () => DataPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }),
  "the export": () => exportData(asked("/me/data/export?format=json")),
  "the year": () => year(),
  "what is lost by leaving": () => LeavePage(),
  "the second question": () => SurePage(),
  "the asking": askToLeaveAction,
  "the staying": stayAction,
};

/** Where it leads; empty where it answers. */
const ledTo = (act: () => Promise<unknown>): Promise<string> =>
  act().then(
    () => "",
    (thrown: { digest?: string }) => thrown.digest?.split(";")[2] ?? String(thrown),
  );
const leavesAt = async (memberId: string) =>
  (await admin`select leaves_at from members where id = ${memberId}`)[0]?.leaves_at;

test.each(Object.entries(own))("%s: who acts for another is led to where that is ended", async (_, act) => {
  const { agent } = await actForElder(staff, admin);
  expect(await ledTo(act)).toBe("/me/proxies?own");
  expect(await leavesAt(agent.memberId)).toBeNull();
  const taken = await admin`select 1 from member_events where member_id = ${agent.memberId} and kind = 'exported_data'`;
  expect(taken).toHaveLength(0);
});

test("who does not agree to new terms ends the acting and then leaves, without agreeing first", async () => {
  const { agent } = await actForElder(staff, admin);
  await admin`update members set registered_at = null where id = ${agent.memberId}`;
  expect(await ledTo(askToLeaveAction)).toBe("/me/proxies?own");
  expect(await ledTo(stopActingAction)).toBe("/");
  expect(await ledTo(askToLeaveAction)).toBe("/me/leave");
  expect(await leavesAt(agent.memberId)).toBeInstanceOf(Date);
});

test("the year's record asks for a way in once more after five minutes, and another site's link does not open it", async () => {
  const { memberId } = await makeMember();
  await startSession({ memberId }, new Date());
  expect(await ledTo(() => year({ "sec-fetch-site": "cross-site" }))).toBe("/me/data");
  await admin`update member_sessions set proven_at = now() - interval '6 minutes' where member_id = ${memberId}`;
  const led = new URL(await ledTo(() => year()), "http://here");
  expect(led.pathname).toBe("/prove");
  expect(openResume(led.searchParams.get("to") ?? undefined)).toBe("/me/data");
});
