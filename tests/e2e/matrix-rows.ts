import type { Arguments } from "../support/call-action";
import type { Who } from "../support/matrix";
import type { Things } from "../support/print-matrix";

/** `shows` 200; `leads_on` a redirect elsewhere than to a sign-in; `asks_…` a redirect to that sign-in; `not_found` 404. */
export type RouteAnswer = "shows" | "leads_on" | "asks_citizen" | "asks_staff" | "not_found";
export type RouteRow = { path: (things: Things) => string; answers: Record<Who, RouteAnswer> };

/** `acts` changes the book; `answers` is allowed and changes nothing; `asks_…` leads to that sign-in; `refused` changes nothing. */
export type ActionAnswer = "acts" | "answers" | "asks_citizen" | "asks_staff" | "refused";
export type ActionRow = {
  /** A page that holds the form. */
  path: (things: Things) => string;
  given: (things: Things) => Arguments;
  answers: Record<Who, ActionAnswer>;
};

const same = <T>(answer: T): Record<Who, T> => ({ nobody: answer, citizenA: answer, citizenB: answer, staff: answer });
const open = same("shows" as const);
const citizens = { nobody: "asks_citizen", citizenA: "shows", citizenB: "shows", staff: "asks_citizen" } as const;
const ownerA = { ...citizens, citizenB: "not_found" } as const;
const at = (path: string) => () => path;

export const routes: Record<string, RouteRow> = {
  "/": { path: at("/"), answers: open },
  "/admin/sign-in": { path: at("/admin/sign-in"), answers: { ...open, staff: "leads_on" } },
  "/admin/sign-in/code": { path: at("/admin/sign-in/code"), answers: same("asks_staff") },
  "/api/auth/[...nextauth]": { path: at("/api/auth/session"), answers: open },
  "/api/health": { path: at("/api/health"), answers: open },
  "/busy": { path: at("/busy"), answers: open },
  "/e/[code]": { path: (things) => `/e/${things.openToken}`, answers: open },
  "/help": { path: at("/help"), answers: open },
  "/history": { path: at("/history"), answers: citizens },
  "/manifest.webmanifest": { path: at("/manifest.webmanifest"), answers: open },
  "/me": { path: at("/me"), answers: citizens },
  "/offline": { path: at("/offline"), answers: open },
  "/receipts/[id]": { path: (things) => `/receipts/${things.receiptId}`, answers: ownerA },
  "/s/[code]": { path: (things) => `/s/${things.shopToken}`, answers: open },
  "/s/[code]/check/[quote]": {
    path: (things) => `/s/${things.shopToken}/check/${things.quoteId}`,
    answers: ownerA,
  },
  "/scan": { path: at("/scan"), answers: open },
  "/shops": { path: at("/shops"), answers: open },
  "/shops/[id]": { path: (things) => `/shops/${things.shopId}`, answers: open },
  "/sign-in": { path: at("/sign-in"), answers: { ...open, citizenA: "leads_on", citizenB: "leads_on" } },
  "/sign-in/code": { path: at("/sign-in/code"), answers: same("asks_citizen") },
};

const actsForCitizens = { nobody: "asks_citizen", citizenA: "acts", citizenB: "acts", staff: "asks_citizen" } as const;
const state = [null];

const citizenActions: Record<string, ActionRow> = {
  "app/(citizen)/e/[code]/actions.ts#claimAction": {
    path: (things) => `/e/${things.openToken}`,
    given: (things) => ({ before: state, form: { token: things.openToken } }),
    answers: actsForCitizens,
  },
  "app/(citizen)/me/actions.ts#changeNicknameAction": {
    path: at("/me"),
    given: () => ({ before: state, form: { nickname: `花子${Math.floor(performance.now())}` } }),
    answers: actsForCitizens,
  },
  "app/(citizen)/me/actions.ts#signOutAction": {
    path: at("/me"),
    given: () => ({ form: {} }),
    answers: actsForCitizens,
  },
  "app/(citizen)/me/actions.ts#signOutEverywhereAction": {
    path: at("/me"),
    given: () => ({ form: {} }),
    answers: actsForCitizens,
  },
  "app/(citizen)/receipts/[id]/actions.ts#closeAction": {
    path: (things) => `/receipts/${things.paymentId}`,
    given: (things) => ({ form: { id: things.paymentId } }),
    answers: { nobody: "asks_citizen", citizenA: "answers", citizenB: "answers", staff: "asks_citizen" },
  },
  "app/(citizen)/s/[code]/actions.ts#signInAction": {
    path: (things) => `/s/${things.shopToken}`,
    given: (things) => ({ form: { token: things.shopToken } }),
    answers: { nobody: "asks_citizen", citizenA: "answers", citizenB: "answers", staff: "asks_citizen" },
  },
  "app/(citizen)/s/[code]/actions.ts#quoteAction": {
    path: (things) => `/s/${things.shopToken}`,
    given: (things) => ({ before: state, form: { token: things.shopToken, points: "5" } }),
    answers: actsForCitizens,
  },
  "app/(citizen)/s/[code]/check/[quote]/actions.ts#payAction": {
    path: (things) => `/s/${things.shopToken}/check/${things.quoteId}`,
    given: (things) => ({ before: state, form: { token: things.shopToken, quote: things.quoteId } }),
    answers: { nobody: "asks_citizen", citizenB: "refused", citizenA: "acts", staff: "asks_citizen" },
  },
  "app/(citizen)/s/[code]/check/[quote]/actions.ts#quoteAgainAction": {
    path: (things) => `/s/${things.shopToken}/check/${things.quoteId}`,
    given: (things) => ({ form: { token: things.shopToken, points: "5" } }),
    answers: actsForCitizens,
  },
  "app/(citizen)/scan/actions.ts#openTypedCodeAction": {
    path: at("/scan"),
    given: (things) => ({ before: state, form: { code: things.typedCode } }),
    answers: same("answers"),
  },
};

const entryActions: Record<string, ActionRow> = {
  "app/(entry)/sign-in/actions.ts#askCodeAction": {
    path: at("/sign-in"),
    given: () => ({ before: state, form: { email: `citizen${Math.floor(performance.now())}@example.jp` } }),
    answers: same("answers"),
  },
  "app/(entry)/sign-in/code/actions.ts#resendCodeAction": {
    path: at("/sign-in/code"),
    given: () => ({ before: state, form: {} }),
    answers: same("asks_citizen"),
  },
  "app/(entry)/sign-in/code/actions.ts#verifyCodeAction": {
    path: at("/sign-in/code"),
    given: () => ({ before: state, form: { code: "123456" } }),
    answers: same("asks_citizen"),
  },
  "app/admin/sign-in/actions.ts#askStaffCodeAction": {
    path: at("/admin/sign-in"),
    given: () => ({ before: state, form: { email: `staff${Math.floor(performance.now())}@example.jp` } }),
    answers: same("answers"),
  },
  "app/admin/sign-in/code/actions.ts#resendStaffCodeAction": {
    path: at("/admin/sign-in/code"),
    given: () => ({ before: state, form: {} }),
    answers: same("asks_staff"),
  },
  "app/admin/sign-in/code/actions.ts#verifyStaffCodeAction": {
    path: at("/admin/sign-in/code"),
    given: () => ({ before: state, form: { code: "123456" } }),
    answers: same("asks_staff"),
  },
};

export const actions: Record<string, ActionRow> = { ...citizenActions, ...entryActions };
