import { notFound, redirect } from "next/navigation";
import { isCrossSite } from "@/lib/auth/decide-own-request";
import { requireProvenSelf } from "@/lib/auth/require-proven";
import { cityNow } from "@/lib/clock/city-now";
import { takeAttempt } from "@/lib/limits/limits";
import { getProfile } from "@/lib/members/queries";
import { cityDay } from "@/lib/shared/city-time";
import { decideStatementYears } from "@/lib/statements/decide-statement";
import { printStatement } from "@/lib/statements/print-statement";
import { getStatement } from "@/lib/statements/queries";
import { statementWords } from "./statement-words";

/** 年間の記録: the signed-in member's own year as PDF. */
export async function GET(request: Request, { params }: RouteContext<"/me/data/statement/[year]">): Promise<Response> {
  const { memberId, accountId } = await requireProvenSelf("/me/data");
  if (isCrossSite(request.headers)) redirect("/me/data");
  const at = await cityNow();
  const { joinedAt, number } = await getProfile(memberId, at);
  const asked = (await params).year;
  const year = decideStatementYears(cityDay(joinedAt), cityDay(at)).find((known) => String(known) === asked);
  if (year === undefined) notFound();
  if (!(await takeAttempt("own_export", memberId)).ok) redirect("/me/data?wait");
  const statement = await getStatement(accountId, year, cityDay(at));
  const pdf = await printStatement(await statementWords(statement, number, at), at);
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="statement-${year}.pdf"`,
      "Cache-Control": "no-store",
    },
  });
}
