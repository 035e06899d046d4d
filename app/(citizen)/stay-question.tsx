import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/submit-button";
import { findStay } from "@/lib/members/answer-stay";
import { answerStayAction } from "./stay-actions";

/** While points are a test: whether a member goes on in the real run, asked until it is answered and to be changed until it is over. */
export async function StayQuestion({ memberId, from }: { memberId: string; from: "/" | "/me" }) {
  const stays = await findStay(memberId);
  if (stays === undefined) return null;
  const t = await getTranslations("invitations.stay");
  const said = stays === null ? "unanswered" : stays ? "yes" : "no";
  return (
    <section aria-label={t("title")} className="flex flex-col gap-4 rounded-16 border-2 border-warning-orange-2 p-4">
      <h2 className="text-std-20B-150">{t("title")}</h2>
      <p>{t("text")}</p>
      <p className="text-std-17B-170">{t(`said.${said}`)}</p>
      <form action={answerStayAction} className="flex flex-wrap gap-3">
        <input type="hidden" name="from" value={from} />
        {stays !== true && (
          <SubmitButton name="stays" value="yes" size="medium">
            {t("yes")}
          </SubmitButton>
        )}
        {stays !== false && (
          <SubmitButton name="stays" value="no" look="outlined" size="medium">
            {t("no")}
          </SubmitButton>
        )}
      </form>
    </section>
  );
}
