import type { Assertion } from "@/lib/passkeys/input";
import { type Arguments, callAction, landing } from "../support/call-action";
import { countMails, waitForCode } from "../support/mailbox";
import { listActions } from "../support/manifests";
import { type Answer, send } from "../support/raw-request";

function idOf(action: string): string {
  const [, id] =
    [...listActions()].find(([name]) => name.startsWith("app/admin/") && name.endsWith(`#${action}`)) ?? [];
  if (!id) throw new Error(`the build has no action ${action}`);
  return id;
}

/** What a browser does at the staff door, without the browser: it keeps its cookies. */
export class DoorVisitor {
  readonly #cookies = new Map<string, string>();

  constructor(
    readonly origin: string,
    readonly mailbox: string,
  ) {}

  /** The first factor: the mailed code, typed. */
  async proveAddress(email: string): Promise<void> {
    const before = await countMails(this.mailbox, email);
    await this.#act("askStaffCodeAction", "/admin/sign-in", { email });
    const code = await waitForCode(this.mailbox, email, before);
    await this.#act("verifyStaffCodeAction", "/admin/sign-in/code", { code });
  }

  /** The second factor by an authenticator app. */
  typeTotp(code: string): Promise<void> {
    return this.#act("signInByTotpAction", "/admin/sign-in/second", { code });
  }

  /** The question for a passkey. */
  async askPasskey(): Promise<{ challenge: string }> {
    const { body } = await this.#call("askSignInPasskeyAction", "/admin/sign-in", {});
    const challenge = /"challenge":"([\w-]+)"/.exec(body)?.[1];
    if (!challenge) throw new Error("no passkey was asked for");
    return { challenge };
  }

  showPasskey(assertion: Assertion): Promise<void> {
    return this.#act("signInByPasskeyAction", "/admin/sign-in", { response: JSON.stringify(assertion) });
  }

  endOthers(): Promise<void> {
    return this.#act("endOtherSessionsAction", "/admin/me", undefined);
  }

  /** Whether the console opens. */
  async isIn(): Promise<boolean> {
    const answer = await send(this.origin, "/admin", { headers: this.#headers() });
    return answer.status === 200 && landing(answer) === undefined;
  }

  #headers(): Record<string, string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return { origin: this.origin, "sec-fetch-site": "same-origin", ...(cookie && { cookie }) };
  }

  async #act(action: string, path: string, form: Record<string, string> | undefined): Promise<void> {
    await this.#call(action, path, { before: [null], ...(form && { form }) });
  }

  async #call(action: string, path: string, given: Arguments): Promise<Answer> {
    const call = { origin: this.origin, path, id: idOf(action), headers: this.#headers() };
    const answer = await callAction(call, given);
    for (const line of (answer.headers["set-cookie"] ?? "").split("\n")) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.#cookies.set(name, value ?? "");
    }
    return answer;
  }
}
