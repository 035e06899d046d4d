import { NextResponse } from "next/server";
import { isDatabaseReady } from "@/lib/jobs/is-database-ready";

export const dynamic = "force-dynamic";

/** For a load balancer: an answer means alive, 200 means ready to serve. Says nothing more to anybody. */
export async function GET(): Promise<NextResponse> {
  const headers = { "Cache-Control": "no-store" };
  if (await isDatabaseReady()) return NextResponse.json({ status: "ready" }, { headers });
  return NextResponse.json({ status: "unavailable" }, { status: 503, headers: { ...headers, "Retry-After": "5" } });
}
