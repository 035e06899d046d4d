import { useTranslations } from "next-intl";
import { Notification } from "@/components/ui/notification";

export const doneActs = [
  "created",
  "saved",
  "budget",
  "cancelled",
  "resumed",
  "issued",
  "revoked",
  "reissued",
  "closed",
  "reopened",
  "already",
  "rewardClosed",
  "rewardReopened",
  "returned",
  "cardIssued",
  "cardReissued",
  "cardRevoked",
  "suspended",
  "unsuspended",
  "proxyOpened",
  "proxyEnded",
  "appealAnswered",
  "residencyChecked",
  "added",
  "removed",
  "ended",
  "linked",
  "unlinked",
  "undone",
  "invitationsRevoked",
] as const;
export type DoneAct = (typeof doneActs)[number];

/** Says what was just done; the act is named in the address that the action led to. */
export function DoneNotice({ done }: { done: string | undefined }) {
  const t = useTranslations("console.done");
  const act = doneActs.find((known) => known === done);
  return act ? <Notification kind="success" title={t(act)} /> : null;
}
