import { notFound, redirect } from "next/navigation";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { findMaskedMember, listMemberCards } from "@/lib/members/queries";
import { isId } from "@/lib/shared/page";
import { serialWords } from "../../../codes/poster-words";

type Params = Promise<{ id: string }>;

/** Whose card a check page is about, masked, and the live card if any. */
export async function getCardMember(params: Params) {
  const { id } = await params;
  const member = isId(id) ? await findMaskedMember(id) : undefined;
  if (!member) notFound();
  const live = (await listMemberCards(id)).find(({ revokedAt }) => !revokedAt);
  return { member, live };
}

/** The same where a live card is needed; without one there is nothing to check. */
export async function getLiveCard(params: Params) {
  const { member, live } = await getCardMember(params);
  if (!live) redirect(`/admin/members/${member.memberId}`);
  return { member, live };
}

type Known = Awaited<ReturnType<typeof getCardMember>>;

export function CardMember({ member, live }: Known) {
  return (
    <p className="text-std-17B-170">
      {[member.maskedName, formatMemberNumber(member.number), live && serialWords(live.serial)]
        .filter(Boolean)
        .join(" ")}
    </p>
  );
}
