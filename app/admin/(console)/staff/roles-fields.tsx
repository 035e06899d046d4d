"use client";

import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/ui/field-group";
import { Select } from "@/components/ui/select";
import type { Place } from "@/lib/staff/queries";

type Props = {
  /** `role`: its name in words. */
  roles: readonly { role: string; label: string }[];
  places: readonly Place[];
  /** What the controls hold: `role.<role>.<n>` → a section's id or `everywhere`. */
  typed: Record<string, string>;
};

/** One control for each role held, and one more, so that a role can be given in one more section each time. */
export function RolesFields({ roles, places, typed }: Props) {
  const t = useTranslations("staff.form");
  return (
    <FieldGroup name="roles" label={t("roles")} support={t("rolesSupport")} requirement="optional">
      <div className="grid gap-4 sm:grid-cols-2">
        {roles.flatMap(({ role, label }) =>
          namesOf(role, typed).map((name, index) => (
            <RoleSelect
              key={name}
              name={name}
              label={index ? t("oneMore", { label, kind: kindOf(role), index }) : label}
              {...{ role, places, typed }}
            />
          )),
        )}
      </div>
    </FieldGroup>
  );
}

const kindOf = (role: string) => (role === "organiser" ? "group" : "section");

function namesOf(role: string, typed: Record<string, string>): string[] {
  const held = Object.keys(typed).filter((name) => name.startsWith(`role.${role}.`) && typed[name]).length;
  return Array.from({ length: held + 1 }, (_, index) => `role.${role}.${index}`);
}

type SelectProps = { name: string; role: string; label: string } & Pick<Props, "places" | "typed">;

function RoleSelect({ name, role, label, places, typed }: SelectProps) {
  const t = useTranslations("staff");
  const kind = kindOf(role);
  const everywhere = kind === "section" ? [{ value: "everywhere", label: t("everywhere") }] : [];
  const own = places.filter((place) => place.kind === kind).map((place) => ({ value: place.id, label: place.name }));
  return (
    <Select
      name={name}
      label={label}
      choices={[{ value: "", label: t("form.none") }, ...everywhere, ...own]}
      defaultValue={typed[name] ?? ""}
    />
  );
}
