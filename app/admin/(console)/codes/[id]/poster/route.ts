import { redirect } from "next/navigation";
import { isCrossSite } from "@/lib/auth/decide-own-request";
import { requirePermission } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { findPoster } from "@/lib/codes/find-poster";
import { printPoster } from "@/lib/codes/print-poster";
import { isId } from "@/lib/shared/page";
import { posterColours, posterWords } from "../../poster-words";

/** The poster of a live code as PDF, in the browser or as a file; an audited act. What cannot be printed leads to the page that says why. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor, scope } = await requirePermission("code.read");
  const { id } = await params;
  const facts = isId(id) ? await findPoster(id, scope) : undefined;
  if (!facts) return new Response(null, { status: 404 });
  if (facts.revokedAt || isCrossSite(request.headers)) redirect(`/admin/codes/${id}`);
  const order = { codeId: id, words: await posterWords(facts), colours: await posterColours() };
  const printed = await printPoster(order, actor, await cityNow());
  if (!printed.ok) redirect(`/admin/codes/${id}`);
  const disposition = new URL(request.url).searchParams.has("download") ? "attachment" : "inline";
  return new Response(new Uint8Array(printed.value), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `${disposition}; filename="poster-${facts.serial}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}
