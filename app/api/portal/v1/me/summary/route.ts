import { requirePortalMember } from "@/lib/auth/portal-api";
import { tagged } from "@/lib/auth/tagged";
import { cityNow } from "@/lib/clock/city-now";
import { getSummary } from "@/lib/summary/queries";

/** What the portal's tile shows of the member for whom its access token stands. */
export async function GET(request: Request): Promise<Response> {
  const portal = await requirePortalMember();
  if (!portal.ok) return portal.response;
  const summary = await getSummary(portal.member.accountId, await cityNow());
  return tagged(summary, request.headers.get("if-none-match"), {
    "Cache-Control": "private, no-cache",
    Vary: "Authorization",
  });
}
