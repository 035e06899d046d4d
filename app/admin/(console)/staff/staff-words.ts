import { getTranslations } from "next-intl/server";
import type { StaffWords } from "@/lib/staff/decide-effect";
import { roles } from "@/lib/staff/permissions";
import { listPlaces } from "@/lib/staff/queries";

/** What a draft about the staff says to its second person. */
export async function staffWords(): Promise<StaffWords> {
  const [t, ta, places] = await Promise.all([getTranslations("staff"), getTranslations("audit.role"), listPlaces()]);
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return {
    person: t("effect.person"),
    section: t("effect.section"),
    role: t("effect.role"),
    state: t("effect.state"),
    enabled: t("state.enabled"),
    disabled: t("state.disabled"),
    factors: t("effect.factors"),
    factorsGone: t("effect.factorsGone"),
    roles: Object.fromEntries(roles.map((role) => [role, ta(role)])) as StaffWords["roles"],
    place: (sectionId) => (sectionId === null ? t("everywhere") : (names.get(sectionId) ?? sectionId)),
  };
}
