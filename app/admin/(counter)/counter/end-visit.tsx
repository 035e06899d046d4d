import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/ui/submit-button";
import { endVisitAction } from "./actions";

/** おわる: ends the visit that it stands beside, and no other that was opened meanwhile. */
export async function EndVisit({ visitId }: { visitId: string }) {
  const t = await getTranslations("counter");
  return (
    <form action={endVisitAction}>
      <input type="hidden" name="visitId" value={visitId} />
      <SubmitButton look="outlined" size="medium">
        {t("end")}
      </SubmitButton>
    </form>
  );
}
