import { redirect } from "next/navigation";
import { isCrossSite } from "@/lib/auth/decide-own-request";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { printCard } from "@/lib/codes/print-card";
import { findCardPrint } from "@/lib/members/queries";
import { isId } from "@/lib/shared/page";
import { posterColours } from "../../../../codes/poster-words";
import { cardWords } from "../card-words";

/** A member's live card as PDF; an audited act. Without one, and from another site's link, it leads back to the member. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor } = await requirePermission("card.issue");
  const { id } = await params;
  if (!isId(id)) return new Response(null, { status: 404 });
  const card = await findCardPrint(id);
  if (!card || isCrossSite(request.headers)) redirect(`/admin/members/${id}`);
  const words = await cardWords(card);
  const order = { memberId: id, serial: card.serial, title: words.kind, words, colours: await posterColours() };
  const printed = await printCard(order, actor, await cityNow());
  if (!printed.ok) redirect(`/admin/members/${id}`);
  return new Response(new Uint8Array(printed.value), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="card-${card.serial}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}
