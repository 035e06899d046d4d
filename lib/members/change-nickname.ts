import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { members } from "@/db/schema";

/** Gives the member another nickname, or none; `nickname` is what `NicknameInput` made of the typed text. */
export async function changeNickname(memberId: string, nickname: string | undefined): Promise<void> {
  await db
    .update(members)
    .set({ nickname: nickname ?? null })
    .where(eq(members.id, memberId));
}
