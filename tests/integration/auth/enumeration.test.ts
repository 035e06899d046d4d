import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { askCodeAction, askPasskeyAction } from "@/app/(entry)/sign-in/actions";
import { PEER_HEADER } from "@/lib/auth/note-request";
import { env } from "@/lib/env";
import { sendHeaders, useBrowser } from "../../support/browser";
import { AT, makeMember, makeStaff } from "../../support/fixtures";
import { giveMemberPasskey } from "../../support/member-passkeys";
import { memberEmail, newAddress, newEmail } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));
vi.mock("next-intl/server", () => import("../../support/translations"));
const letters = vi.hoisted(() => [] as { to: string; subject: string; text: string }[]);
vi.mock("@/lib/mail/send-mail", () => ({
  sendMail: async (letter: { to: string; subject: string; text: string }) => void letters.push(letter),
}));

/** Of each kind, one after the other. */
const SAMPLES = 200;

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

/** Asks for a code as the page's form does, in a browser and from an address of its own; gives all that is answered. */
async function askFor(email: string) {
  useBrowser();
  const own = { origin: env.APP_ORIGIN, "sec-fetch-site": "same-origin", [PEER_HEADER]: newAddress() };
  sendHeaders({ ...own, "content-type": "multipart/form-data", "next-action": "x" });
  const started = performance.now();
  const answer = await askCodeAction(null, formOf({ email })).catch((thrown: { digest?: string }) => thrown.digest);
  return { answer, ms: performance.now() - started };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How often a sample of one kind took longer than one of the other: 0.5 tells nothing. */
function areaUnderCurve(ones: readonly number[], others: readonly number[]): number {
  const wins = ones.flatMap((one) => others.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}

test("asking for a code answers the same, byte for byte, and sends the same letter, known or not", async () => {
  const [known, unknown] = [await memberEmail(AT), newEmail()];
  letters.length = 0;
  const answers = [await askFor(known), await askFor(unknown)];
  expect(answers[0]?.answer).toEqual(answers[1]?.answer);
  const [one, other] = letters.map(({ to, ...letter }) => JSON.stringify(letter).replace(/\d{6}/, "code"));
  expect(letters.map(({ to }) => to)).toEqual([known, unknown]);
  expect(one).toBe(other);
});

test("the time of the answer does not tell whether the address is known", async () => {
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const pair = [
      [await memberEmail(AT), known],
      [newEmail(), unknown],
    ] as const;
    for (const [email, times] of sample % 2 ? pair : [...pair].reverse()) times.push((await askFor(email)).ms);
  }
  expect(Math.abs(median(known) - median(unknown))).toBeLessThan(5);
  expect(Math.abs(areaUnderCurve(known, unknown) - 0.5)).toBeLessThan(0.1);
}, 120_000);

test("a question for a passkey is the same whether anybody has one", async () => {
  const shapeOf = async () => {
    useBrowser();
    sendHeaders({ origin: env.APP_ORIGIN, "sec-fetch-site": "same-origin", [PEER_HEADER]: newAddress() });
    const question = await askPasskeyAction();
    if (!question.ok) throw new Error("no question was asked");
    const { challenge, ...rest } = question.options;
    return { rest, length: challenge.length };
  };
  const before = await shapeOf();
  const { memberId } = await makeMember();
  await giveMemberPasskey(memberId);
  expect(await shapeOf()).toEqual(before);
});
