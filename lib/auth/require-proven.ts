import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cityNow } from "@/lib/clock/city-now";
import { type FormState, formValues } from "@/lib/shared/form";
import { isFresh } from "./decide-fresh";
import { requireMember } from "./guards";
import { sealResume } from "./resume";
import type { Member } from "./self";

/**
 * For a page that changes how its member comes in: the signed-in citizen who showed a way in within five minutes. Anybody else who is signed
 * in is led to /prove and back to `resumeTo`, a path that `decide-resume.ts` lists.
 */
export async function requireProvenMember(resumeTo: string): Promise<Member> {
  const found = await requireMember(resumeTo);
  if (isFresh(found.provenAt, await cityNow())) return found;
  redirect(`/prove?to=${sealResume(resumeTo) ?? ""}` as Route);
}

/**
 * The same for an action. What was typed is not lost: where the proof is stale, `answer` is the form again as it was sent, with a notice whose
 * link opens /prove in a new tab (show it by `FormNotice`). `secrets` are fields not to be repeated.
 */
export async function requireProvenMemberAct(
  form: unknown,
  secrets: readonly string[] = [],
): Promise<{ ok: true; member: Member } | { ok: false; answer: NonNullable<FormState> }> {
  const member = await requireMember();
  if (isFresh(member.provenAt, await cityNow())) return { ok: true, member };
  const t = await getTranslations("ways.stale");
  const notice = {
    kind: "warning",
    title: t("title"),
    text: t("text"),
    link: { href: "/prove", text: t("link") },
  } as const;
  return { ok: false, answer: { values: formValues(form, secrets), errors: [], notice } };
}
