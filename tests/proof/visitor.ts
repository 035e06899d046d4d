import { request } from "node:http";
import { type Arguments, type Call, callAction, encodeArguments, landing } from "../support/call-action";
import { listActions } from "../support/manifests";
import { type Answer, send } from "../support/raw-request";
import type { Citizen } from "./people";

function idOf(action: string): string {
  const [, id] = [...listActions()].find(([name]) => name.endsWith(`#${action}`)) ?? [];
  if (!id) throw new Error(`the build has no action ${action}`);
  return id;
}

/** What a citizen's browser does, without the browser: each act answers with the id at the end of where it leads. */
export class Visitor {
  readonly #headers: Record<string, string>;

  constructor(
    readonly origin: string,
    { session }: Citizen,
  ) {
    this.#headers = { cookie: `__Host-komapo=${session}`, origin, "sec-fetch-site": "same-origin" };
  }

  /** To the receipt. */
  claim(token: string): Promise<string> {
    return this.#act("claimAction", `/e/${token}`, { token }, "/receipts/");
  }

  /** To the check page, for a quote. */
  quote(shop: string, points: number): Promise<string> {
    return this.#act("quoteAction", `/s/${shop}`, { token: shop, points: String(points) }, `/s/${shop}/check/`);
  }

  /** To the receipt. */
  pay(shop: string, quote: string): Promise<string> {
    return this.#act("payAction", `/s/${shop}/check/${quote}`, { token: shop, quote }, "/receipts/");
  }

  /** Sends the payment and breaks the connection as soon as all of it is sent, before any answer. */
  payAndHangUp(shop: string, quote: string): Promise<void> {
    const call = this.#call("payAction", `/s/${shop}/check/${quote}`);
    return hangUp(call, { before: [null], form: { token: shop, quote } });
  }

  async opens(receipt: string): Promise<boolean> {
    const { status } = await send(this.origin, `/receipts/${receipt}`, { headers: this.#headers });
    return status === 200;
  }

  look(path: string): Promise<Answer> {
    return send(this.origin, path, { headers: { ...this.#headers, accept: "text/html" } });
  }

  /** Sends a form, whatever comes of it. */
  type(action: string, path: string, form: Record<string, string>): Promise<Answer> {
    return callAction(this.#call(action, path), { before: [null], form });
  }

  #call(action: string, path: string): Call {
    return { origin: this.origin, path, id: idOf(action), headers: this.#headers };
  }

  async #act(action: string, path: string, form: Record<string, string>, to: string): Promise<string> {
    const answer = await callAction(this.#call(action, path), { before: [null], form });
    const led = landing(answer);
    if (!led?.startsWith(to)) throw new Error(`${action} was answered with ${answer.status} ${led ?? "and no way on"}`);
    return led.slice(to.length);
  }
}

function hangUp({ origin, path, id, headers }: Call, given: Arguments): Promise<void> {
  const { contentType, body } = encodeArguments(given);
  const { hostname, port } = new URL(origin);
  const own = { "next-action": id, accept: "text/x-component", "content-type": contentType };
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path, method: "POST", agent: false };
    const sent = request({
      ...options,
      headers: { ...own, ...headers, "content-length": String(Buffer.byteLength(body)) },
    });
    sent.once("error", reject);
    sent.once("response", () => reject(new Error("the answer came before the connection was cut")));
    sent.end(body, () => {
      sent.removeAllListeners("error").on("error", () => undefined);
      sent.destroy();
      resolve();
    });
  });
}
