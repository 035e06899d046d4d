import { db } from "@/db/client";
import type { StaffActor } from "@/lib/audit/record-act";
import { EmailInput } from "@/lib/auth/input";
import { env } from "@/lib/env";
import { findNewestVersions } from "@/lib/legal/queries";
import { admitAtCounter } from "@/lib/members/admit-at-counter";
import { admitMember } from "@/lib/members/admit-member";
import { changeNickname } from "@/lib/members/change-nickname";
import { finishSignUp } from "@/lib/members/finish-sign-up";
import { CounterSignUpInput, NicknameInput } from "@/lib/members/input";
import type { Admitted } from "@/lib/members/insert-person";
import { issueCard } from "@/lib/members/issue-card";
import { newId } from "@/lib/shared/ids";
import { indexEmail } from "@/lib/shared/index-email";
import { seal } from "@/lib/shared/seal";
import { memberPeople, type SeedIdentity } from "./data/members";
import { must, type World } from "./world";

/** What a first sign-in and the sign-up after it do once the mailed code is typed (only the mail is left out), or a sign-up at the counter. */
export async function joinMember(member: number, world: World, at: Date): Promise<void> {
  const person = memberPeople[member];
  if (!person) throw new Error(`The seed has no person ${member}.`);
  const { email } = EmailInput.parse({ email: person.email });
  const memberId = person.identity
    ? await joinAtCounter(person.identity, email, world.actorOf("市民課"), at)
    : await joinByMail(email, at);
  await changeNickname(memberId, NicknameInput.parse({ nickname: person.nickname }).nickname);
  world.members.set(member, memberId);
}

async function joinByMail(email: string, at: Date): Promise<string> {
  const proven = { emailIndex: indexEmail(env.INDEX_KEY, email), emailEncrypted: seal(env.FIELD_KEYS, email) };
  const memberId = await db.transaction((tx) => admitMember(tx, proven, at));
  const answers = {
    nickname: undefined,
    tie: "resident",
    birthYear: undefined,
    seen: await findNewestVersions(),
  } as const;
  must(await finishSignUp({ memberId, answers }, at), "sign-up");
  return memberId;
}

async function joinAtCounter(identity: SeedIdentity, email: string, actor: StaffActor, at: Date): Promise<string> {
  const typed = { ...identity, agrees: "yes", id: newId(), email: identity.withoutEmail ? "" : email };
  const answer = await admitAtCounter(CounterSignUpInput.parse(typed), actor, at);
  const { memberId } = must<Admitted>(answer, `sign-up of ${identity.familyName} ${identity.givenName}`);
  if (identity.hasCard) must(await issueCard(memberId, actor, at), "card");
  return memberId;
}
