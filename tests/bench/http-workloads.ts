import { readdirSync, readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { encodeArguments } from "../support/call-action";
import { listActions } from "../support/manifests";
import type { claimSupply } from "./app-workloads";
import type { BenchBook, BenchMember } from "./bench-book";
import type { Workload } from "./measure";

const CLIENT = "node:http, kept-alive connections";
const COOKIE = "__Host-komapo";

function idOf(suffix: string): string {
  const [, id] = [...listActions()].find(([name]) => name.endsWith(suffix)) ?? [];
  if (!id) throw new Error(`the build has no action ${suffix}`);
  return id;
}

/** Posts a server action as the browser's scripts do, and reads its answer to the end. */
function poster(origin: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const { hostname, port } = new URL(origin);
  return (path: string, id: string, { session }: BenchMember, form: Record<string, string>) => {
    const { contentType, body } = encodeArguments({ before: [null], form });
    const headers = {
      ...{ "next-action": id, accept: "text/x-component", "content-type": contentType, origin },
      ...{ cookie: `${COOKIE}=${session}`, "sec-fetch-site": "same-origin", "content-length": Buffer.byteLength(body) },
    };
    return new Promise<{ status: number; to: string }>((resolve, reject) => {
      const sent = request({ hostname, port, path, method: "POST", agent, headers }, (answer) => {
        answer.resume().on("end", () => {
          resolve({ status: answer.statusCode ?? 0, to: String(answer.headers["x-action-redirect"] ?? "") });
        });
      });
      sent.on("error", reject).end(body);
    });
  };
}

/**
 * Earning through the built app, redirect and receipt included, beside an action that writes nothing and asks for no session: opening a typed code
 * looks at whose request it is and at a limit, reads one row, and is answered with a page of like weight. The earn's own guard looks the session up;
 * here the page does (there is no change of language yet).
 */
export function httpWorkloads(book: BenchBook, origin: string, nextClaim: ReturnType<typeof claimSupply>): Workload[] {
  const post = poster(origin);
  const [claim, open] = [idOf("#claimAction"), idOf("#openTypedCodeAction")];
  let turn = 0;
  const earn = async () => {
    const { member, token } = nextClaim();
    const { status, to } = await post(`/e/${token}`, claim, member, { token });
    if (!to.startsWith("/receipts/")) throw new Error(`an earn was answered with ${status} ${to}`);
  };
  const trivial = async () => {
    const member = book.members[turn % book.members.length];
    const code = book.typedCodes[turn % book.typedCodes.length];
    turn += 1;
    if (!member || !code) throw new Error("the bench has no members or no codes");
    const { status, to } = await post("/scan", open, member, { code });
    if (!to.startsWith("/e/")) throw new Error(`a typed code was answered with ${status} ${to}`);
  };
  const operations = { 1: 150, 8: 400, 32: 600 };
  return [
    { name: "earn over HTTP", client: CLIENT, operations, work: earn },
    { name: "trivial action over HTTP (typed code)", client: CLIENT, operations, work: trivial },
  ];
}

const LOOK_EVERY = 50;

/** The same work, and the most memory that `group` was seen to hold while its clients were at it, with every 50th operation under way. */
export function weigh({ work, ...workload }: Workload, group: number): { workload: Workload; highest: () => number } {
  let [started, highest] = [0, 0];
  const weighed = async () => {
    const working = work();
    started += 1;
    if (started % LOOK_EVERY === 0) highest = Math.max(highest, residentMegabytes(group));
    await working;
  };
  return { workload: { ...workload, work: weighed }, highest: () => highest };
}

/** Resident memory, in MB, of a process group: the built app and whatever it started. */
function residentMegabytes(group: number): number {
  const pages = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && readGroup(name) === group)
    .map((name) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1] ?? 0));
  return pages.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024;
}

function readGroup(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]);
  } catch {
    return undefined;
  }
}
