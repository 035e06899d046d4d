import assert from "node:assert/strict";
import { totpCode } from "../../support/totp";
import { DoorVisitor } from "../door-visitor";
import type { Promised, Proof } from "../proof";

const visitor = ({ city }: Proof) => new DoorVisitor(city.origin, city.mailbox);

const countSessions = async ({ admin, people: { desk } }: Proof): Promise<number> =>
  (await admin`select 1 from staff_sessions where staff_id = ${desk.staffId}`).length;

/** Signs in by the desk's passkey; gives what was sent. */
async function signIn(proof: Proof, browser: DoorVisitor) {
  const assertion = proof.people.desk.authenticator.get(await browser.askPasskey());
  await browser.showPasskey(assertion);
  assert.ok(await browser.isIn(), "a passkey does not open the console");
  return assertion;
}

export const oneFactorOpensNothing: Promised = {
  name: "one factor opens nothing: after the mailed code the console is shut and no session exists",
  async run(proof) {
    const browser = visitor(proof);
    await browser.proveAddress(proof.people.desk.email);
    assert.equal(await browser.isIn(), false);
    assert.equal(await countSessions(proof), 0);
    return undefined;
  },
};

const BROWSERS = 4;

export const totpWorksOnce: Promised = {
  name: `a code of an authenticator app works once, sent by ${BROWSERS} browsers at the same moment`,
  async run(proof) {
    const { email, secret } = proof.people.desk;
    const browsers = Array.from({ length: BROWSERS }, () => visitor(proof));
    for (const browser of browsers) await browser.proveAddress(email);
    const code = totpCode(secret);
    await Promise.all(browsers.map((browser) => browser.typeTotp(code)));
    const opened = await Promise.all(browsers.map((browser) => browser.isIn()));
    assert.equal(opened.filter(Boolean).length, 1);
    assert.equal(await countSessions(proof), 1);
    return undefined;
  },
};

export const replayRefused: Promised = {
  name: "a passkey's answer that was taken is refused when it is sent again",
  async run(proof) {
    const browser = visitor(proof);
    const assertion = await signIn(proof, browser);
    const before = await countSessions(proof);
    const thief = visitor(proof);
    await thief.askPasskey();
    await thief.showPasskey(assertion);
    assert.equal(await thief.isIn(), false);
    await browser.showPasskey(assertion);
    assert.equal(await countSessions(proof), before);
    return undefined;
  },
};

export const endedSessionRefused: Promised = {
  name: "a session that is ended on another device is refused from its next request on",
  async run(proof) {
    const [lost, here] = [visitor(proof), visitor(proof)];
    await signIn(proof, lost);
    await signIn(proof, here);
    await here.endOthers();
    assert.deepEqual([await lost.isIn(), await here.isIn()], [false, true]);
    assert.equal(await countSessions(proof), 1);
    return undefined;
  },
};
