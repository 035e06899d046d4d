import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { staffPasskeys, staffTotps } from "@/db/schema";

/** A person's passkeys that open something. */
export const livePasskey = (staffId: string) =>
  and(eq(staffPasskeys.staffId, staffId), isNull(staffPasskeys.removedAt));

/** A person's authenticator app that opens something: at most one. */
export const liveTotp = (staffId: string) =>
  and(eq(staffTotps.staffId, staffId), isNotNull(staffTotps.confirmedAt), isNull(staffTotps.removedAt));
