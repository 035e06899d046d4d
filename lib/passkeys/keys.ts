import { memberChallenges, memberPasskeys, staffChallenges, staffPasskeys } from "@/db/schema";

/** Whose passkeys: the tables of staff and of citizens are alike but for their owner's column, and never meet. */
export const staffKeys = {
  passkeys: staffPasskeys,
  challenges: staffChallenges,
  passkeyOwner: staffPasskeys.staffId,
  challengeOwner: staffChallenges.staffId,
  ownedBy: (staffId: string | null) => ({ staffId }),
};
export const memberKeys = {
  passkeys: memberPasskeys,
  challenges: memberChallenges,
  passkeyOwner: memberPasskeys.memberId,
  challengeOwner: memberChallenges.memberId,
  ownedBy: (memberId: string | null) => ({ memberId }),
};
export type Keys = typeof staffKeys | typeof memberKeys;
