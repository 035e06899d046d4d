import "server-only";
import { env } from "@/lib/env";
import { seal, unseal } from "@/lib/shared/seal";
import { decideResume } from "./decide-resume";

/** A listed path, made unreadable: the address of the sign-in page must not repeat a code's secret. */
export function sealResume(path: string): string | undefined {
  const listed = decideResume(path);
  return listed && seal(env.FIELD_KEYS, listed).toString("base64url");
}

/** The path again, or undefined for whatever was not sealed here or is not listed. */
export function openResume(sealed: string | undefined): string | undefined {
  if (!sealed || sealed.length > 300) return undefined;
  try {
    return decideResume(unseal(env.FIELD_KEYS, Buffer.from(sealed, "base64url")));
  } catch {
    return undefined;
  }
}
