import "server-only";
import { db } from "@/db/client";
import { env } from "@/lib/env";
import { unseal } from "@/lib/shared/seal";
import { getStaff } from "@/lib/staff/queries";

/** The address that a member of staff signs in with. */
export const getOwnEmail = async (staffId: string): Promise<string> =>
  unseal(env.FIELD_KEYS, (await getStaff(db, staffId)).emailEncrypted);
