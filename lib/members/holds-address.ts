import { and, eq, ne } from "drizzle-orm";
import { members } from "@/db/schema";

/** Whom an address opens. One that a merge left behind opens nothing, and is kept only for its undoing. */
export const holdsAddress = (emailIndex: Uint8Array) =>
  and(eq(members.emailIndex, emailIndex), ne(members.state, "merged"));
