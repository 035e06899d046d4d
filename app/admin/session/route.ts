import { findSecondsLeft } from "@/lib/auth/guards";

/** How many seconds this browser's session has left: a look that does not keep it alive, for the warning before it ends. */
export async function GET(): Promise<Response> {
  const seconds = await findSecondsLeft();
  return Response.json({ seconds }, { headers: { "cache-control": "no-store" } });
}
