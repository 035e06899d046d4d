import { db } from "@/db/client";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { composePoster, type PosterColours, type PosterWords } from "./compose-poster";
import { openMeasure } from "./open-fonts";
import { renderPoster } from "./render-poster";

/** Makes the poster of a code as PDF, and records that it was printed: whoever holds the paper can receive its points. */
export async function printPoster(
  { codeId, words, colours }: { codeId: string; words: PosterWords; colours: PosterColours },
  actor: StaffActor,
  at: Date,
): Promise<Buffer> {
  const shapes = composePoster(words, colours, openMeasure());
  const pdf = await renderPoster(shapes, { title: words.title, printedAt: at });
  await recordAct(db, actor, { act: "print_poster", outcome: "done", targetKind: "code", targetId: codeId }, at);
  return pdf;
}
