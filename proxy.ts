import { type NextRequest, NextResponse } from "next/server";
import { decideFrame, decidePagePolicy } from "@/lib/auth/decide-page-policy";
import { pageOrigins } from "@/lib/shared/page-origins";

/** Next's own router answers 500 to an id that is no UTF-8 at all, without a word. */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/** Headers only: nobody is let in or kept out here; an address that cannot be read is one of no page. Next puts the request's nonce on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const { pathname, search } = request.nextUrl;
  const origins = pageOrigins();
  const policy = decidePagePolicy(nonce, pathname, origins);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-komapo-path", `${pathname}${search}`);
  headers.set("Content-Security-Policy", policy);
  const response = isReadable(pathname)
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL("/no-such-page", request.url), { request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  // The older header knows no list of origins, so a page that may be framed goes without.
  if (!decideFrame(pathname, origins)) response.headers.set("X-Frame-Options", "DENY");
  return response;
}

/** Pages only: it costs a third of the throughput of what it matches. */
export const config = {
  matcher: [
    {
      source: "/((?!api/|_next/|.*\\.(?:js|svg|png|ico|wasm|webmanifest)$).*)",
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
  ],
};
