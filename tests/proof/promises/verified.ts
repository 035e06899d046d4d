import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { checkout } from "../../../db/postgres-binaries";
import type { ServedCity } from "../../support/server";
import type { Promised, Proof } from "../proof";

export function verify({ env }: ServedCity): { code: number | null; said: string } {
  const options = { cwd: checkout, env, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "ledger:verify"], options);
  return { code: status, said: (stdout || stderr).trim() };
}

/** As somebody with every right would: the trigger switched off, the row written, the trigger on again. */
const tamper = ({ admin }: Proof, id: string, more: number) =>
  admin.begin(async (sql) => {
    await sql`alter table transfers disable trigger append_only`;
    await sql`update transfers set points = points + ${more} where id = ${id}`;
    await sql`alter table transfers enable always trigger append_only`;
  });

export const verifiedClean: Promised = {
  name: "ledger:verify finds nothing wrong in the used book",
  async run({ city }) {
    const { code, said } = verify(city);
    assert.equal(code, 0, said);
    return said;
  },
};

export const tamperedRowNamed: Promised = {
  name: "ledger:verify fails after one tampered row, names it, and is content when it is put right",
  async run(proof) {
    const [row] = await proof.admin<{ id: string }[]>`
      select id from transfers where kind = 'spend' order by id desc offset 3 limit 1`;
    const id = String(row?.id);
    await tamper(proof, id, 1);
    const { code, said } = verify(proof.city);
    assert.notEqual(code, 0, "a tampered row was not noticed");
    const [named] = said.split("\n").filter((line) => line.startsWith("WRONG") && line.includes(`: transfers ${id} `));
    assert.ok(named, `the tampered transfer ${id} was not named: ${said}`);
    await tamper(proof, id, -1);
    assert.equal(verify(proof.city).code, 0);
    return named.split(" should say")[0];
  },
};
