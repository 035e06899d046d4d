import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { claimAction } from "@/app/(citizen)/e/[code]/actions";
import { PEER_HEADER } from "@/lib/auth/note-request";
import { startSession } from "@/lib/auth/start-session";
import { takeAttempt } from "@/lib/limits/limits";
import { sendHeaders, useBrowser } from "../../support/browser";
import { makeMember, makeOffer, makeStaff, type TestStaff } from "../../support/fixtures";

vi.mock("next/headers", () => import("../../support/browser"));
vi.mock("next-intl/server", () => import("../../support/translations"));

const venue = "203.0.113.20";
const hour = 3_600_000;
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});
beforeEach(() => void useBrowser());

const claim = (token: string) => {
  const form = new FormData();
  form.set("token", token);
  return claimAction(null, form);
};

test("an address that has tried a hundred unknown codes is told to wait, and still receives the points of a true one", async () => {
  const [opensAt, endsAt] = [new Date(Date.now() - hour), new Date(Date.now() + hour)];
  const { token } = await makeOffer(staff, { activity: { startsAt: opensAt, opensAt, endsAt, closesAt: endsAt } });
  await startSession({ memberId: (await makeMember()).memberId }, new Date());
  sendHeaders({ [PEER_HEADER]: venue });
  expect((await claim("AAAAAAAAAAAAAAAAAAAAAA")).title).toBe("このコードは使えません");
  for (let guesses = 0; guesses < 99; guesses += 1) await takeAttempt("code_guess", venue);
  expect((await claim("AAAAAAAAAAAAAAAAAAAAAA")).title).toBe("しばらく待ってください");
  await expect(claim(token)).rejects.toMatchObject({ digest: expect.stringContaining("/receipts/") });
});
