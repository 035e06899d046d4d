import { type NextRequest, NextResponse } from "next/server";
import { findMember } from "@/lib/auth/guards";

/**
 * Of next-auth's addresses only `session` answers: whether this browser is signed in. There is no provider to sign in with here; the one-time
 * code has its own pages, and everything else under this path is 404.
 */
export async function GET(_: NextRequest, { params }: RouteContext<"/api/auth/[...nextauth]">): Promise<NextResponse> {
  const { nextauth } = await params;
  if (nextauth.join("/") !== "session") return new NextResponse(null, { status: 404 });
  const signedIn = (await findMember()) !== undefined;
  return NextResponse.json({ signedIn }, { headers: { "Cache-Control": "no-store" } });
}
