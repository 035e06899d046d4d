import { tagged } from "@/lib/auth/tagged";
import { SUMMARY_SCOPE } from "@/lib/providers/decide-token";
import { summaryAudience } from "@/lib/providers/verify-token";
import { describePortalApi } from "@/lib/summary/describe-api";

/** The portal's API as OpenAPI 3.1, for whoever builds against it. */
export function GET(request: Request): Response {
  const api = describePortalApi({ address: summaryAudience(), scope: SUMMARY_SCOPE });
  return tagged(api, request.headers.get("if-none-match"), { "Cache-Control": "public, max-age=300" });
}
