import { db } from "@/db/client";
import { hashEmail } from "@/lib/auth/hash-sign-in";
import { EmailInput } from "@/lib/auth/input";
import { env } from "@/lib/env";
import { admitMember } from "@/lib/members/admit-member";
import { changeNickname } from "@/lib/members/change-nickname";
import { NicknameInput } from "@/lib/members/input";
import { seal } from "@/lib/shared/seal";
import { memberPeople } from "./data/members";
import type { World } from "./world";

/** What a first sign-in does once the mailed code is typed: only the mail is left out. */
export async function joinMember(member: number, world: World, at: Date): Promise<void> {
  const person = memberPeople[member];
  if (!person) throw new Error(`The seed has no person ${member}.`);
  const { email } = EmailInput.parse({ email: person.email });
  const proven = { emailIndex: hashEmail(email), emailEncrypted: seal(env.FIELD_KEYS, email) };
  const memberId = await db.transaction((tx) => admitMember(tx, proven, at));
  await changeNickname(memberId, NicknameInput.parse({ nickname: person.nickname }).nickname);
  world.members.set(member, memberId);
}
