import { CARD, composeCard } from "@/lib/codes/compose-card";
import { findCardPrint } from "@/lib/members/queries";
import { openMeasure } from "@/lib/shared/open-fonts";
import { posterColours } from "../../../(console)/codes/poster-words";
import { cardWords } from "../../../(console)/members/[id]/card/card-words";
import type { CardDrawing } from "../counter-state";

/** Room for the marks to cut along, in points: 10 mm. */
const ROOM = (10 * 72) / 25.4;

/** The member's live card as shapes, with its cutting marks and nothing of the sheet around them. */
export async function drawCard(memberId: string): Promise<CardDrawing> {
  const card = await findCardPrint(memberId);
  if (!card) throw new Error("a card that was just issued is not there");
  const shapes = composeCard(await cardWords(card), await posterColours(), openMeasure());
  const { x, y, width, height } = CARD;
  return { shapes, page: { x: x - ROOM, y: y - ROOM, width: width + 2 * ROOM, height: height + 2 * ROOM } };
}
