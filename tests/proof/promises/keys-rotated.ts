import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { sealedColumns } from "@/lib/keys/sealed-columns";
import { checkout } from "../../../db/postgres-binaries";
import { send } from "../../support/raw-request";
import type { Promised, Proof } from "../proof";

/** Everything that is not sealed with the key `p9`. */
async function countOld({ admin }: Proof): Promise<number> {
  let old = 0;
  for (const { table, column } of sealedColumns) {
    const [row] = await admin.unsafe(
      `select count(*)::int as many from ${table} where substring(${column} from 1 for 3) <> '\\x02' || 'p9'::bytea`,
    );
    old += Number(row?.many);
  }
  return old;
}

async function rotate(env: NodeJS.ProcessEnv): Promise<number | null> {
  const child = spawn("npm", ["run", "--silent", "keys:rotate"], { cwd: checkout, env, stdio: "ignore" });
  const [code] = await once(child, "exit");
  return code as number | null;
}

/** The last line: afterwards the keys of before open nothing any more. */
export const keysRotated: Promised = {
  name: "every sealed field is sealed anew with another key while citizens read their pages, without one error, and the old keys may go",
  async run(proof) {
    const { city, people } = proof;
    const fresh = `p9:${randomBytes(32).toString("base64")}`;
    city.env.FIELD_KEYS = `${fresh},${city.env.FIELD_KEYS}`;
    await city.restart();
    const before = await countOld(proof);
    assert.ok(before > 0);
    const headers = { accept: "text/html", cookie: `__Host-komapo=${people.scanner.session}` };
    const isMe = async () => (await send(city.origin, "/me", { headers })).status === 200;
    assert.ok(await isMe(), "the citizen is not signed in");
    const rotation = rotate(city.env);
    let reads = 0;
    let isOver = false;
    void rotation.then(() => {
      isOver = true;
    });
    while (!isOver) {
      assert.ok(await isMe(), "a page failed under the rotation");
      reads += 1;
    }
    assert.equal(await rotation, 0);
    assert.equal(await countOld(proof), 0);
    city.env.FIELD_KEYS = fresh;
    await city.restart();
    assert.ok(await isMe(), "without the old keys a page fails");
    return `${before} fields, ${reads} pages read meanwhile`;
  },
};
