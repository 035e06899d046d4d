import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { staffTotps } from "@/db/schema";

/** A person's authenticator app that opens something: at most one. */
export const liveTotp = (staffId: string) =>
  and(eq(staffTotps.staffId, staffId), isNotNull(staffTotps.confirmedAt), isNull(staffTotps.removedAt));
