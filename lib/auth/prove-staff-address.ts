import "server-only";
import type { Result } from "@/lib/shared/result";
import type { TypedCode } from "./check-sign-in-code";
import type { CodeRefusal } from "./decide-sign-in-code";
import { type TooMany, tryCode } from "./try-code";
import { verifyStaffCode } from "./verify-staff-code";

/** The first of two steps into /admin, within the limits on guesses. Nothing is open after it but the second step. */
export const proveStaffAddress = (
  typed: TypedCode,
  from: { address: string; requestId: string },
  at: Date,
): Promise<Result<"half_way", CodeRefusal> | TooMany> =>
  tryCode("staff", typed, from.address, (code) => verifyStaffCode(code, from, at));
