import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { findNewestVersions } from "@/lib/legal/queries";
import { admitMember } from "@/lib/members/admit-member";
import { findOwed } from "@/lib/members/find-owed";
import { finishSignUp } from "@/lib/members/finish-sign-up";
import type { SignUp } from "@/lib/members/input";
import { renewConsent } from "@/lib/members/renew-consent";
import { openField } from "@/lib/open-field";
import { newId } from "@/lib/shared/ids";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { adminSql } from "../../support/database";
import { makeMember, makeStaff } from "../../support/fixtures";
import { publishText } from "../../support/legal-fixtures";
import { MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
beforeAll(async () => void (await makeStaff()));

function prove(): Promise<string> {
  const secret = hashSecret(newId());
  return db.transaction((tx) => admitMember(tx, { emailIndex: secret, emailEncrypted: secret }, MAY_DAY));
}
const answers = async (changes: Partial<SignUp> = {}): Promise<SignUp> => ({
  ...{ nickname: "こまえ", tie: "worker", birthYear: 1948, seen: await findNewestVersions() },
  ...changes,
});
const consentsOf = (memberId: string) =>
  admin`select kind, version, actor from member_consents where member_id = ${memberId} order by kind, version`;

test("a sign-up keeps the answers sealed and both consents, and is on the member's own record", async () => {
  const memberId = await prove();
  expect(await findOwed(db, memberId)).toBe("sign_up");
  expect(await finishSignUp({ memberId, answers: await answers() }, MAY_DAY)).toEqual({ ok: true, value: null });
  const [row] =
    await admin`select nickname_encrypted, tie, registered_at, birth_year_encrypted from members where id = ${memberId}`;
  expect(openField(row?.nickname_encrypted)).toBe("こまえ");
  expect(row).toMatchObject({ tie: "worker", registered_at: MAY_DAY });
  expect(Buffer.from(row?.birth_year_encrypted).includes("1948")).toBe(false);
  const actor = `member:${memberId}`;
  expect(await consentsOf(memberId)).toEqual([
    { kind: "privacy", version: 1, actor },
    { kind: "terms", version: 1, actor },
  ]);
  const events = await admin`select kind, actor from member_events where member_id = ${memberId}`;
  expect(events).toEqual([{ kind: "consented", actor }]);
  expect(await findOwed(db, memberId)).toBeUndefined();
});

test("a second sign-up changes nothing, also ten at once", async () => {
  const memberId = await prove();
  const first = await answers();
  const again = Array.from({ length: 10 }, () => finishSignUp({ memberId, answers: first }, MAY_DAY));
  expect((await Promise.all(again)).every(({ ok }) => ok)).toBe(true);
  await finishSignUp({ memberId, answers: await answers({ nickname: "べつ", tie: "other" }) }, new Date());
  const [row] = await admin`select nickname_encrypted, tie, registered_at from members where id = ${memberId}`;
  expect(openField(row?.nickname_encrypted)).toBe("こまえ");
  expect(row).toMatchObject({ tie: "worker", registered_at: MAY_DAY });
  expect(await admin`select 1 from member_events where member_id = ${memberId}`).toHaveLength(1);
});

test("nobody under 15 signs up by themselves, and nothing is kept of the try", async () => {
  const memberId = await prove();
  const child = await answers({ birthYear: 2012 });
  expect(await finishSignUp({ memberId, answers: child }, MAY_DAY)).toEqual({ ok: false, reason: "guardian_needed" });
  expect(await admin`select registered_at, birth_year_encrypted, tie from members where id = ${memberId}`).toEqual([
    { registered_at: null, birth_year_encrypted: null, tie: null },
  ]);
  expect(await consentsOf(memberId)).toEqual([]);
});

test("nobody agrees to a text that was not on their page", async () => {
  const memberId = await prove();
  const old = await answers();
  await publishText(admin, "privacy");
  const refused = { ok: false, reason: "texts_changed" };
  expect(await finishSignUp({ memberId, answers: old }, MAY_DAY)).toEqual(refused);
  expect(await finishSignUp({ memberId, answers: await answers() }, MAY_DAY)).toMatchObject({ ok: true });
});

test("a new version is agreed to once, the old consent stays, and what is unknown is refused", async () => {
  const { memberId } = await makeMember();
  const before = await consentsOf(memberId);
  const version = await publishText(admin, "terms");
  expect(await findOwed(db, memberId)).toBe("consent");
  const seen = await findNewestVersions();
  expect(await renewConsent({ memberId, seen: { ...seen, terms: version + 1 } }, MAY_DAY)).toMatchObject({ ok: false });
  const twice = [renewConsent({ memberId, seen }, MAY_DAY), renewConsent({ memberId, seen }, MAY_DAY)];
  expect((await Promise.all(twice)).every(({ ok }) => ok)).toBe(true);
  expect(await consentsOf(memberId)).toEqual([...before, { kind: "terms", version, actor: `member:${memberId}` }]);
  expect(await findOwed(db, memberId)).toBeUndefined();
});

test("a consent cannot be changed or taken away, nor a published text", async () => {
  const { memberId } = await makeMember();
  for (const statement of [
    `update member_consents set version = 1 where member_id = '${memberId}'`,
    `delete from member_consents where member_id = '${memberId}'`,
    "update legal_texts set body = ''",
    "delete from legal_texts",
  ])
    await expect(db.$client.unsafe(statement)).rejects.toThrow();
});
