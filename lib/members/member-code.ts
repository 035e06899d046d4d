import { env } from "@/lib/env";
import { isId } from "@/lib/shared/page";
import { seal, unseal } from "@/lib/shared/seal";
import { codeStart, decideMemberCode } from "./decide-member-code";

const toShort = (id: string): string => Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");

function fromShort(short: string): string {
  const hex = Buffer.from(short, "base64url").toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** What the member's phone shows now, sealed: whose it is and since when, to nobody but us. */
export const makeMemberCode = (memberId: string, at: Date): string =>
  seal(env.FIELD_KEYS, `${toShort(memberId)}.${codeStart(at).toString(36)}`).toString("base64url");

/** Whose phone showed this code within 30 seconds; undefined for whatever was not sealed here or is older. */
export function openMemberCode(code: string, at: Date): string | undefined {
  try {
    const [short = "", since = ""] = unseal(env.FIELD_KEYS, Buffer.from(code, "base64url")).split(".");
    const memberId = fromShort(short);
    const isTaken = decideMemberCode(Number.parseInt(since, 36), at).ok;
    return isTaken && isId(memberId) ? memberId : undefined;
  } catch {
    return undefined;
  }
}
