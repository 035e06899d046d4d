import { db } from "@/db/client";
import { memberKeys } from "@/lib/passkeys/keys";
import { labelPasskey } from "@/lib/passkeys/live-passkeys";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** Gives one of a member's own live passkeys another name. Refuses `unknown_way`, also for anybody else's. */
export async function namePasskey({
  memberId,
  passkeyId,
  label,
}: {
  memberId: string;
  passkeyId: string;
  label: string;
}): Promise<Result<"named", "unknown_way">> {
  const isNamed = await labelPasskey(db, memberKeys, { ownerId: memberId, passkeyId }, label);
  return isNamed ? ok("named") : refuse("unknown_way");
}
