import { generateSync } from "otplib";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { acceptEnrolmentCode } from "@/lib/auth/accept-enrolment-code";
import { ensureBrowserHash } from "@/lib/auth/browser";
import { enrolByTotp } from "@/lib/auth/enrol-by-totp";
import { openInvitation } from "@/lib/staff/open-invitation";
import { startTotp } from "@/lib/staff/start-totp";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { from, wrong } from "../../support/sign-in";
import { actsOn } from "../../support/staff-fixtures";
import { type Hired, hire, nextNow, proveAddress } from "../../support/staff-sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

const invite = async ({ staffId }: Hired) =>
  (await db.transaction((tx) => openInvitation(tx, { staffId, kind: "first", approvalId: null }, AT))).replace("-", "");

const accept = async (code: string) =>
  acceptEnrolmentCode({ browserHash: await ensureBrowserHash(), code }, from(), AT);

test("ten refused steps an hour are all that a reader of the mailbox gets, and all that the audit tells of", async () => {
  const hired = await hire({ enrolled: false });
  const wrongCode = (await invite(hired)) === "00000000" ? "11111111" : "00000000";
  await proveAddress(hired);
  const answers = await Promise.all(Array.from({ length: 15 }, () => accept(wrongCode)));
  const reasons = answers.map((answer) => (answer.ok ? "ok" : answer.reason));
  expect(reasons.filter((reason) => reason === "too_many_guesses")).toHaveLength(5);
  expect((await actsOn(admin, hired.staffId)).filter((act) => act.startsWith("enrol_factor"))).toHaveLength(10);
  const other = await hire({ enrolled: false });
  const code = await invite(other);
  useBrowser();
  await proveAddress(other);
  expect(await accept(code)).toMatchObject({ ok: true });
});

test("wrong numbers of an app that is being registered are bounded like wrong codes, right ones are none", async () => {
  const hired = await hire({ enrolled: false });
  const code = await invite(hired);
  const browserHash = await proveAddress(hired);
  for (let tries = 0; tries < 11; tries += 1) expect(await accept(code)).toMatchObject({ ok: true });
  const { totpId, secret } = await startTotp(hired.staffId, AT);
  const now = nextNow();
  const shown = generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
  const enrol = (typed: string) => enrolByTotp({ browserHash, totpId, code: typed }, from(), now, AT);
  for (let tries = 0; tries < 10; tries += 1) expect(await enrol(wrong(shown))).toMatchObject({ reason: "wrong_totp" });
  expect(await enrol(shown)).toMatchObject({ reason: "too_many_guesses" });
  expect((await actsOn(admin, hired.staffId)).filter((act) => act.startsWith("enrol_factor"))).toHaveLength(10);
});
