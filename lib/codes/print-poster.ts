import { db } from "@/db/client";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { findUnprintable, openMeasure } from "@/lib/shared/open-fonts";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { composePoster, type PosterColours, type PosterWords } from "./compose-poster";
import { textsOf } from "./draw-shapes";
import { renderPoster } from "./render-poster";

/**
 * Makes the poster of a code as PDF, and records that it was printed: whoever holds the paper can receive its points.
 * Refuses `unprintable_letters`, so that nothing is printed with gaps; `findUnprintable` names them.
 */
export async function printPoster(
  { codeId, words, colours }: { codeId: string; words: PosterWords; colours: PosterColours },
  actor: StaffActor,
  at: Date,
): Promise<Result<Buffer, "unprintable_letters">> {
  const shapes = composePoster(words, colours, openMeasure());
  const act = { act: "print_poster", targetKind: "code", targetId: codeId } as const;
  if (findUnprintable(textsOf(shapes)).length > 0) return recordDenied(refuse("unprintable_letters"), actor, act, at);
  const pdf = await renderPoster(shapes, { title: words.title, printedAt: at });
  await recordAct(db, actor, { ...act, outcome: "done" }, at);
  return ok(pdf);
}
