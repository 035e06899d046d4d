import type { Route } from "next";
import { redirect } from "next/navigation";
import { type NextRequest, NextResponse } from "next/server";
import { answerProvider } from "@/lib/auth/answer-provider";
import { findMember } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";

const nothing = () => new NextResponse(null, { status: 404 });

async function tellSession(): Promise<NextResponse> {
  const signedIn = (await findMember()) !== undefined;
  return NextResponse.json({ signedIn }, { headers: { "Cache-Control": "no-store" } });
}

/**
 * Of next-auth's addresses two answer: `session`, whether this browser is signed in, and `callback/<key>`, where a provider leads back to.
 * A sign-in begins with an action of ours; everything else under this path is 404.
 */
export async function GET(request: NextRequest, { params }: RouteContext<"/api/auth/[...nextauth]">) {
  const [action, key, ...more] = (await params).nextauth;
  if (action === "session" && !key) return tellSession();
  if (action !== "callback" || !key || more.length > 0) return nothing();
  redirect((await answerProvider(key, request.nextUrl.searchParams, await cityNow())) as Route);
}
