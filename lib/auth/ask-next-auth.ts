import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";

export type Question = {
  action: "signin" | "callback";
  /** The provider's key. */
  provider: string;
  query: Record<string, string>;
  cookies: Record<string, string>;
};

const CSRF_COOKIE = "csrf";

/** next-auth wants a token of its own in cookie and body. Who asks has been looked at by our guard, so one is made for this call alone. */
function makeCsrf(secret: string): { token: string; cookie: string } {
  const token = randomBytes(32).toString("hex");
  return { token, cookie: `${token}|${createHash("sha256").update(`${token}${secret}`).digest("hex")}` };
}

type Answer = { location: string | undefined; cookies: string[] };

/** As much of a response as next-auth writes to. */
function recordAnswer(answer: Answer): NextApiResponse {
  const response = {
    status: () => response,
    getHeader: (name: string) => (name === "Set-Cookie" ? answer.cookies : undefined),
    setHeader: (name: string, value: string | string[]) => {
      if (name === "Location") answer.location = String(value);
      if (name === "Set-Cookie") answer.cookies = [value].flat();
      return response;
    },
    end: () => response,
    send: () => response,
    json: () => response,
  };
  return response as unknown as NextApiResponse;
}

/** The value of a cookie that was set; undefined where it was not, or was dropped. */
function readSet(lines: string[], name: string): string | undefined {
  const line = lines.find((set) => set.startsWith(`${name}=`));
  return decodeURIComponent(line?.slice(name.length + 1).split(";")[0] ?? "") || undefined;
}

/**
 * Puts one request to next-auth's OAuth handler, past its pages, its session and its cookies: it is shown what is named here and no more,
 * and what it answers is done by the caller.
 */
export async function askNextAuth(
  { action, provider, query, cookies }: Question,
  options: AuthOptions & { secret: string },
): Promise<{ location: string | undefined; cookieOf: (name: string) => string | undefined }> {
  const csrf = makeCsrf(options.secret);
  const isStart = action === "signin";
  const request = {
    method: isStart ? "POST" : "GET",
    headers: {},
    query: { ...query, nextauth: [action, provider] },
    cookies: { ...cookies, ...(isStart && { [CSRF_COOKIE]: csrf.cookie }) },
    body: isStart ? { csrfToken: csrf.token } : undefined,
  } as unknown as NextApiRequest;
  const answer: Answer = { location: undefined, cookies: [] };
  const own = { ...options.cookies, csrfToken: { name: CSRF_COOKIE, options: {} } };
  await NextAuth(request, recordAnswer(answer), { ...options, cookies: own });
  return { location: answer.location, cookieOf: (name) => readSet(answer.cookies, name) };
}
