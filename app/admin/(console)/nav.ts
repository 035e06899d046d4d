import type { Route } from "next";
import type { Messages } from "@/lib/i18n/catalogue";
import type { Permission } from "@/lib/staff/permissions";

export type NavEntry = { href: Route; label: keyof Messages["console"]["nav"]; permission: Permission };

/** The menu of the console, in its order: each entry is shown to those who may open it. */
export const nav: readonly NavEntry[] = [
  { href: "/admin", label: "home", permission: "console.read" },
  { href: "/admin/approvals", label: "approvals", permission: "approval.read" },
  { href: "/admin/counter", label: "counter", permission: "counter.act" },
  { href: "/admin/programmes", label: "programmes", permission: "programme.read" },
  { href: "/admin/activities", label: "activities", permission: "activity.read" },
  { href: "/admin/shops", label: "shops", permission: "shop.read" },
  { href: "/admin/rewards", label: "rewards", permission: "reward.read" },
  { href: "/admin/grants", label: "grants", permission: "grant.read" },
  { href: "/admin/members", label: "members", permission: "member.read" },
  { href: "/admin/suspensions", label: "suspensions", permission: "member.suspend" },
  { href: "/admin/appeals", label: "appeals", permission: "appeal.answer" },
  { href: "/admin/usage", label: "usage", permission: "usage.read" },
  { href: "/admin/audit", label: "audit", permission: "audit.read" },
  { href: "/admin/staff", label: "staff", permission: "staff.read" },
  { href: "/admin/settings", label: "settings", permission: "settings.read" },
];
