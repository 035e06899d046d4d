import { expect, test } from "vitest";
import { db } from "@/db/client";
import { env } from "@/lib/env";
import { rotateKeys } from "@/lib/keys/rotate-keys";
import { sealedColumns } from "@/lib/keys/sealed-columns";
import { changeNickname } from "@/lib/members/change-nickname";
import { issueCard } from "@/lib/members/issue-card";
import { getProfile } from "@/lib/members/queries";
import { newId } from "@/lib/shared/ids";
import { seal, unseal } from "@/lib/shared/seal";
import { adminSql } from "../../support/database";
import { makeStaff, makeTill } from "../../support/fixtures";
import { admitPerson } from "../../support/member-fixtures";
import { MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const held = (at: number) => {
  const key = env.FIELD_KEYS[at];
  if (!key) throw new Error("the tests hold two keys");
  return key;
};
const [fresh, old] = [held(0), held(1)];
const oldFirst = [old, fresh];
const PEOPLE = 25;

/** Writes every sealed field anew under the old key, as if the whole book were from before the change of keys. */
async function ageBook() {
  for (const { table, column } of sealedColumns) {
    const rows = await admin.unsafe(`select id, ${column} as sealed from ${table} where ${column} is not null`);
    for (const { id, sealed } of rows) {
      const text =
        sealed.length > 20 && sealed[0] === fresh.id.length ? unseal(env.FIELD_KEYS, sealed) : "x@example.jp";
      await admin.unsafe(`update ${table} set ${column} = $1 where id = $2`, [seal(oldFirst, text), id]);
    }
  }
}
const underOld = async () => {
  const counts = await Promise.all(
    sealedColumns.map(({ table, column }) =>
      admin.unsafe(`select count(*)::int as many from ${table} where position('${old.id}'::bytea in ${column}) = 2`),
    ),
  );
  return counts.reduce((sum, [row]) => sum + Number(row?.many), 0);
};

test("every field is sealed with the new key while people read and write, without one error, and a second run finds nothing", async () => {
  const staff = await makeStaff();
  await makeTill(staff);
  const people: string[] = [];
  for (let count = 0; count < PEOPLE; count += 1) {
    const { memberId } = await admitPerson(staff, { email: `${newId()}@example.jp`, phone: "03-3430-1111" });
    people.push(memberId);
  }
  const [first = ""] = people;
  await issueCard(first, staff, MAY_DAY);
  await admin`update member_cards set revoked_at = ${MAY_DAY}, revoked_by = ${staff.staffId}, revoke_reason = '紛失'`;
  await ageBook();
  const aged = await underOld();
  expect(aged).toBeGreaterThan(PEOPLE * 7);

  const rotation = { isOver: false };
  const life = Promise.all(
    [0, 1].map(async (worker) => {
      for (let turn = worker; !rotation.isOver; turn += 1) {
        const memberId = people[turn % PEOPLE] ?? "";
        expect((await getProfile(memberId, MAY_DAY)).email).toContain("@example.jp");
        await changeNickname(memberId, `人${turn}`);
        const phone = seal(env.FIELD_KEYS, `03-0000-${turn}`);
        await admin`update members set phone_encrypted = ${phone} where id = ${memberId}`;
      }
    }),
  );
  const [one, other] = await Promise.all([rotateKeys(db, env.FIELD_KEYS), rotateKeys(db, env.FIELD_KEYS)]);
  rotation.isOver = true;
  await life;
  expect(one.map(({ left }) => left)).toEqual(sealedColumns.map(() => 0));
  expect(await underOld()).toBe(0);
  const sum = [...one, ...other].reduce((total, { rows }) => total + rows, 0);
  expect(sum).toBeLessThanOrEqual(aged);
  expect((await rotateKeys(db, env.FIELD_KEYS)).reduce((total, { rows }) => total + rows, 0)).toBe(0);
  for (const memberId of people) expect((await getProfile(memberId, MAY_DAY)).email).toContain("@example.jp");
});

test("a field that no held key opens stops the rotation, and nothing is lost", async () => {
  const { memberId } = await admitPerson(await makeStaff(), { givenKana: "ベツカギ" });
  const strange = seal([{ id: "zz", key: Buffer.alloc(32, 9) }], "x");
  await admin`update members set phone_encrypted = ${strange} where id = ${memberId}`;
  await expect(rotateKeys(db, env.FIELD_KEYS)).rejects.toThrow('no key "zz"');
  expect((await admin`select phone_encrypted from members where id = ${memberId}`)[0]?.phone_encrypted).toEqual(
    strange,
  );
});
