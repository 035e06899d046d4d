import type { FormState } from "@/lib/shared/form";

/** `doubles`: who the person may be already, masked; to be answered before anything is made. */
export type SignUpState = (NonNullable<FormState> & { doubles?: { name: string | null; number: string }[] }) | null;
