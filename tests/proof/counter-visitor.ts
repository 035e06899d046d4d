import assert from "node:assert/strict";
import { callAction } from "../support/call-action";
import { listActions } from "../support/manifests";
import { send } from "../support/raw-request";
import { BORN } from "./amounts";
import type { AtCounter } from "./counter-people";

function idOf(action: string): string {
  const [, id] = [...listActions()].find(([name]) => name.includes("/(counter)/") && name.endsWith(`#${action}`)) ?? [];
  if (!id) throw new Error(`the build has no action ${action} at the counter`);
  return id;
}

/** A desk of the counter without its browser: what its session may open and do. */
export class CounterVisitor {
  readonly #headers: Record<string, string>;

  constructor(
    readonly origin: string,
    readonly comer: AtCounter,
  ) {
    this.#headers = { cookie: `__Host-komapo-staff=${comer.session}`, origin, "sec-fetch-site": "same-origin" };
  }

  /** Opens the visit of the one who stands here; the id of the visit, as the check pages' forms hold it. */
  async open(check: string): Promise<string> {
    const said = { memberId: this.comer.memberId, foundBy: "number", question: "birth", answer: BORN };
    await this.act("openVisitAction", said);
    const visitId = /name="visitId" value="([\w-]{36})"/.exec(await this.page(check))?.[1];
    assert.ok(visitId, "no visit was opened");
    return visitId;
  }

  async act(action: string, form: Record<string, string>): Promise<string> {
    const call = { origin: this.origin, path: "/admin/counter", id: idOf(action), headers: this.#headers };
    return (await callAction(call, { before: [null], form })).body;
  }

  /** What a page of the counter says in this session: of a redirect, nothing. */
  async page(path: string): Promise<string> {
    return (await send(this.origin, path, { headers: this.#headers })).body;
  }

  /** Whether any of these pages holds anything of the one who stood here. */
  async isSeenOn(paths: readonly string[]): Promise<boolean> {
    const pages = await Promise.all(paths.map((path) => this.page(path)));
    return pages.some((page) => page.includes(this.comer.familyName) || page.includes(this.comer.number));
  }
}
