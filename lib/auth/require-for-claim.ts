import "server-only";
import { redirect } from "next/navigation";
import { cityNow } from "@/lib/clock/city-now";
import { ensureBrowserHash } from "./browser";
import { openDrawn, requireSameHolder } from "./drawn-for";
import { requireHolder, requireMember } from "./guards";
import { keepClaim, mayKeepClaim } from "./keep-claim";
import { owedPath } from "./owed-path";
import { type Member, self, visitor } from "./self";

/**
 * The signed-in citizen who claims the points of a code, for whom its page was drawn (`field`, see `drawnFor`). Anybody else is sent to sign in; the
 * claim is kept for 15 minutes, made in the very request that verifies the sign-in code, or ends the sign-up of somebody new, and answered with its
 * receipt; but for one that was meant for another than whoever signs in. Where too many are kept for one address, the sign-in leads back to the
 * code's page instead, to be asked once more. Only in an action.
 */
export async function requireMemberForClaim(token: string, field?: string): Promise<Member> {
  const found = await self();
  if (found && !found.owed) return requireSameHolder(field, "earn");
  const drawn = openDrawn(field);
  if (drawn?.name) return requireHolder("earn", "/me/proxies");
  const keep = await mayKeepClaim(token, (await visitor()).address);
  if (keep === "too_many") return requireMember(`/e/${token}`);
  const claim = { token, drawnFor: drawn?.memberId };
  if (keep === "yes") await keepClaim({ browserHash: await ensureBrowserHash(), ...claim }, await cityNow());
  redirect(found?.owed ? owedPath(found.owed) : "/sign-in");
}
