import { findNewestVersions } from "@/lib/legal/queries";
import { finishSignUp } from "@/lib/members/finish-sign-up";

/** Ends a new member's sign-up as they would: tied to the city as a resident, agreeing to the texts that stand. */
export async function signUpMember(memberId: string, at: Date): Promise<void> {
  const answers = {
    nickname: undefined,
    tie: "resident",
    birthYear: undefined,
    seen: await findNewestVersions(),
  } as const;
  const finished = await finishSignUp({ memberId, answers }, at);
  if (!finished.ok) throw new Error(`a fixture's sign-up was refused: ${finished.reason}`);
}
