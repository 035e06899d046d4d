import { at, citizens, open, ownerA, type RouteRow, same, staffOnly } from "./kit";

export const routes: Record<string, RouteRow> = {
  "/": { path: at("/"), answers: open },
  "/admin/sign-in": { path: at("/admin/sign-in"), answers: { ...open, staff: "leads_on" } },
  "/admin/sign-in/code": { path: at("/admin/sign-in/code"), answers: same("asks_staff") },
  "/admin/usage": { path: at("/admin/usage"), answers: staffOnly },
  "/admin/usage/csv": { path: at("/admin/usage/csv"), answers: staffOnly },
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
