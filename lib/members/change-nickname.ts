import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";
import { sealField } from "@/lib/open-field";

/** Gives the member another nickname, or none; `nickname` is what `NicknameInput` made of the typed text. */
export async function changeNickname(memberId: string, nickname: string | undefined): Promise<void> {
  await db
    .update(members)
    .set({ nicknameEncrypted: sealField(nickname) })
    .where(eq(members.id, memberId));
}
