import { db } from "@/db/client";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { findUnprintable, openMeasure } from "@/lib/shared/open-fonts";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type CardWords, composeCard } from "./compose-card";
import type { PosterColours } from "./compose-poster";
import { textsOf } from "./draw-shapes";
import { renderPoster } from "./render-poster";

type Order = { memberId: string; serial: number; title: string; words: CardWords; colours: PosterColours };

/**
 * Makes a member's card as PDF, and records that it was printed: whoever shows the paper is taken for its member.
 * Refuses `unprintable_letters`, so that nothing is printed with gaps.
 */
export async function printCard(
  { memberId, serial, title, words, colours }: Order,
  actor: StaffActor,
  at: Date,
): Promise<Result<Buffer, "unprintable_letters">> {
  const shapes = composeCard(words, colours, openMeasure());
  if (findUnprintable(textsOf(shapes)).length > 0) return refuse("unprintable_letters");
  const pdf = await renderPoster(shapes, { title, printedAt: at });
  const act = { act: "print_card", outcome: "done", targetKind: "member", targetId: memberId } as const;
  await recordAct(db, actor, { ...act, after: { serial } }, at);
  return ok(pdf);
}
