import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { decideDoor } from "@/lib/auth/decide-portal-entry";
import { requireVisitor } from "@/lib/auth/guards";
import { leaveFrame } from "@/lib/auth/leave-frame";
import { enterByLink } from "@/lib/auth/portal-visit";
import { openResume } from "@/lib/auth/resume";

/** `earn` and `use` are the portal's doors; `open` is where a page leads whose address says whence or in which language. */
export async function GET(request: NextRequest, { params }: RouteContext<"/m/[door]">): Promise<never> {
  await requireVisitor();
  await leaveFrame();
  const { door } = await params;
  const asked = request.nextUrl.searchParams;
  const lang = asked.get("lang") ?? undefined;
  const target = decideDoor(door);
  if (target) redirect((await enterByLink({ target, from: "portal", lang })) as Route);
  if (door !== "open") notFound();
  const from = asked.get("from") ?? undefined;
  const opened = openResume(asked.get("to") ?? undefined) ?? "/";
  redirect((await enterByLink({ target: opened, from, lang })) as Route);
}
