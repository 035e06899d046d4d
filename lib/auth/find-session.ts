import "server-only";
import type { GetServerSidePropsContext } from "next";
import { getServerSession } from "next-auth/next";
import { authOptions, type SessionMember } from "./auth-options";
import { MEMBER_COOKIE } from "./cookies";

/** Nothing is answered through it: the cookie outlives the row, which alone counts. */
const response = {
  getHeader: () => undefined,
  setHeader: () => response,
} as unknown as GetServerSidePropsContext["res"];

/**
 * The member whose session this token opens, asked of the database each time: what was revoked is refused from the next request on.
 * next-auth is shown this one cookie, because it takes every cookie whose name begins alike for a part of the token.
 */
export async function findSession(
  token: string,
  at: Date,
): Promise<({ memberId: string } & SessionMember) | undefined> {
  let fault: unknown;
  const options = authOptions(at, (thrown) => {
    fault = thrown;
  });
  const request = { headers: {}, cookies: { [MEMBER_COOKIE]: token } } as unknown as GetServerSidePropsContext["req"];
  const session = await getServerSession(request, response, options);
  if (fault) throw fault;
  if (!session) return undefined;
  const { expires: _, ...member } = session;
  return member;
}
