import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";
import { normalise, typedText } from "@/lib/shared/typed";
import { roles } from "./permissions";

/**
 * A person to be let in at /admin; the section (課) or outside group (団体) is named as the city hall names it. The roles are held everywhere
 * unless `everywhere` is false, then within that section. Reasons: `required`, `too_long`, `not_an_email`.
 */
export const StaffInput = z.strictObject({
  name: typedText(60),
  section: typedText(60),
  kind: z.enum(["section", "group"]).optional(),
  email: z
    .string({ error: "required" })
    .transform((text) => normalise(text).toLowerCase())
    .pipe(z.email({ pattern: z.regexes.html5Email, error: "not_an_email" }).max(254, "too_long")),
  roles: z.array(z.enum(roles, { error: `must be one of ${roles.join(", ")}` })).optional(),
  everywhere: z.boolean().optional(),
});

export type StaffDetails = z.output<typeof StaffInput>;

const Held = z.strictObject({ role: z.enum(roles), sectionId: z.uuid().nullable() });

/** What an approved act on the staff is executed from; it was parsed once before, so a fault here is a fault of the draft. */
export const StaffPayload = z.strictObject({ staffId: z.uuid() });
export const RolesPayload = StaffPayload.extend({ holdings: z.array(Held) });
/** `emailSealed` is gone from a draft that has ended. */
export const NewcomerPayload = RolesPayload.extend({ name: z.string(), sectionId: z.uuid(), emailSealed: z.base64() });

/** What a form's controls `role.<role>.<n>` hold becomes holdings: empty none, `everywhere`, or a section's id. Anything else is left out. */
const heldIn = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([name, where]) => {
    const held = Held.safeParse({ role: name.split(".")[1], sectionId: where === "everywhere" ? null : where });
    return name.startsWith("role.") && held.success ? [held.data] : [];
  });

/** The same role in the same place once. */
export const readHoldings = (values: Record<string, string>) => [
  ...new Map(heldIn(values).map((held) => [`${held.role} ${held.sectionId}`, held])).values(),
];

const reason = typedProse(400);

/** An act on a person of the staff, with its reason. */
export const StaffActInput = z.object({ staffId: z.uuid(), reason });

/** `id` is made with the form, so that sending it twice asks once. */
export const NewcomerInput = z.object({
  id: z.uuid(),
  name: StaffInput.shape.name,
  email: StaffInput.shape.email,
  sectionId: z.uuid("required"),
  reason,
});
export type Newcomer = Omit<z.output<typeof NewcomerInput>, "reason"> & { holdings: z.output<typeof Held>[] };
