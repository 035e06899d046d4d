import "server-only";

const titles = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  415: "Unsupported Media Type",
  429: "Too Many Requests",
  503: "Service Unavailable",
} as const;

/** An error of the portal's API as RFC 9457 has it. `code` is the stable name; nothing here is for a person to read. */
export function problem(status: keyof typeof titles, code: string, headers: Record<string, string> = {}): Response {
  const body = { type: "about:blank", title: titles[status], status, code };
  const always = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" };
  return new Response(JSON.stringify(body), { status, headers: { ...always, ...headers } });
}
