import { getTranslations } from "next-intl/server";
import { type Role, roles } from "@/lib/staff/permissions";

/** Every role with its name. */
export async function roleWords(): Promise<{ role: Role; label: string }[]> {
  const t = await getTranslations("audit.role");
  return roles.map((role) => ({ role, label: t(role) }));
}
