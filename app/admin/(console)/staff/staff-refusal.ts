import { getTranslations } from "next-intl/server";
import type { ZodError } from "zod";
import type { FieldError, FormState } from "@/lib/shared/form";
import type { StaffDraftRefusal } from "@/lib/staff/draft-staff-act";
import type { EnrolmentRefusal } from "@/lib/staff/open-enrolment";
import { typedErrors } from "../typed-errors";

const fields = ["name", "email", "sectionId", "reason"] as const;

/** Why an act on the staff was not done or asked for. */
export async function staffRefusal(
  reason: StaffDraftRefusal | EnrolmentRefusal,
  values: Record<string, string>,
): Promise<FormState> {
  const t = await getTranslations("staff.refusal");
  return { values, errors: [], notice: { kind: "error", title: t(reason) } };
}

export async function staffErrors(error: ZodError): Promise<FieldError[]> {
  const t = await getTranslations("staff.form");
  const errors = await typedErrors(error, (name) => t(fields.find((field) => field === name) ?? "reason"));
  const isMalformed = error.issues.some(({ message }) => message === "not_an_email");
  return errors.map((one) => (one.field === "email" && isMalformed ? { ...one, message: t("email_error") } : one));
}
