import { notFound } from "next/navigation";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import type { MaskedMember } from "@/lib/members/mask-member";
import { findMaskedMember } from "@/lib/members/queries";
import { isId } from "@/lib/shared/page";

/** Whose page it is, masked; nobody's is not found. */
export async function getMasked(params: Promise<{ id: string }>): Promise<MaskedMember> {
  const { id } = await params;
  const masked = isId(id) ? await findMaskedMember(id) : undefined;
  return masked ?? notFound();
}

export function MemberTitle({ member }: { member: MaskedMember }) {
  return (
    <p className="text-std-17B-170">
      {formatMemberNumber(member.number)} {member.maskedName}
    </p>
  );
}
