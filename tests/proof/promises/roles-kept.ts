import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { walk } from "../../matrix/walk";
import { landing } from "../../support/call-action";
import { openMatrix } from "../../support/matrix";
import { send } from "../../support/raw-request";
import type { Promised } from "../proof";

export const rolesRefused: Promised = {
  name: "what a role lacks is refused by every page, route and action, and each act leaves one row of the audit",
  async run() {
    const matrix = await openMatrix();
    try {
      const { entries, identities, unexpected } = await walk(matrix);
      assert.deepEqual(unexpected, []);
      return `${entries} entries × ${identities} identities`;
    } finally {
      await matrix.stop();
    }
  },
};

/** The cookie of a new session of somebody who holds the role `programme`. */
async function signIn(admin: Sql): Promise<{ staffId: string; cookie: string }> {
  const token = randomUUID();
  const [person] = await admin<{ staffId: string }[]>`
    select staff_id as "staffId" from staff_roles where role = 'programme' and ended_at is null limit 1`;
  if (!person) throw new Error("nobody in the book holds the role");
  await admin`insert into staff_sessions (token_hash, staff_id, created_at, last_seen_at, proven_at, expires_at)
    values (${createHash("sha256").update(token).digest()}, ${person.staffId}, now(), now(), now(), now() + interval '1 hour')`;
  return { staffId: person.staffId, cookie: `__Host-komapo-staff=${token}` };
}

export const roleChangeHolds: Promised = {
  name: "a role that is taken away half-way is gone at the very next request",
  async run({ city, admin }) {
    const { staffId, cookie } = await signIn(admin);
    const open = () => send(city.origin, "/admin/programmes", { headers: { cookie } });
    assert.equal((await open()).status, 200);
    await admin`update staff_roles set ended_at = now() where staff_id = ${staffId} and ended_at is null`;
    assert.equal(landing(await open()), "/admin/denied");
    await admin`update staff_roles set ended_at = null where staff_id = ${staffId}`;
    assert.equal((await open()).status, 200);
    await admin`update staff set disabled = true where id = ${staffId}`;
    assert.equal(landing(await open()), "/admin/sign-in");
    await admin`update staff set disabled = false where id = ${staffId}`;
    return undefined;
  },
};
