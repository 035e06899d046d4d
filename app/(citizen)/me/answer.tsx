import { useTranslations } from "next-intl";
import { Notification } from "@/components/ui/notification";

/** What was just done elsewhere, as its action's address says. */
export function Answer({ sent }: { sent: Record<string, string | string[] | undefined> }) {
  const t = useTranslations();
  if ("saved" in sent) return <Notification kind="success" title={t("me.savedAbout")} />;
  const told = "stayed" in sent ? "stayed" : "late" in sent ? "too_late" : undefined;
  if (!told) return null;
  return (
    <Notification kind={told === "stayed" ? "success" : "warning"} title={t(`leaving.${told}.title`)}>
      <p>{t(`leaving.${told}.text`)}</p>
    </Notification>
  );
}
