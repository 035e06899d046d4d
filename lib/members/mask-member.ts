import { sql } from "drizzle-orm";
import { memberCards, members } from "@/db/schema";
import { openField } from "@/lib/open-field";
import { decideMaskedName } from "./decide-masked-name";

/** All that staff see of a member without a purpose. `number` is nine digits; `maskedName` null where no name is known. */
export type MaskedMember = {
  memberId: string;
  number: string;
  maskedName: string | null;
  joinedAt: Date;
  hasCard: boolean;
  /** When the person left (退会); nothing is known of them any more. */
  leftAt: Date | null;
};

export const maskedColumns = {
  memberId: members.id,
  number: members.number,
  familyName: members.familyNameEncrypted,
  givenName: members.givenNameEncrypted,
  joinedAt: members.joinedAt,
  leftAt: members.leftAt,
  hasCard: sql<boolean>`exists (select from ${memberCards} c where c.member_id = ${members}.id and c.revoked_at is null)`,
};

type Row = Omit<MaskedMember, "maskedName"> & { familyName: Uint8Array | null; givenName: Uint8Array | null };

export function maskMember({ familyName, givenName, ...shown }: Row): MaskedMember {
  return { ...shown, maskedName: decideMaskedName(openField(familyName), openField(givenName)) };
}
