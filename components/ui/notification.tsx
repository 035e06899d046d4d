import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icon";

export type NotificationKind = "success" | "error" | "warning" | "info";

const colours: Record<NotificationKind, string> = {
  success: "border-success-2 text-success-2",
  error: "border-error-2 text-error-2",
  warning: "border-warning-orange-2 text-warning-orange-2",
  info: "border-link text-link",
};
const roles = { success: "status", error: "alert", warning: undefined, info: undefined } as const;

export interface NotificationProps {
  kind: NotificationKind;
  title: string;
  children?: ReactNode;
}

/** An answer to what was just done, or a notice above the h1. One a page; never beside an error summary. */
export function Notification({ kind, title, children }: NotificationProps) {
  const t = useTranslations("ui.kinds");
  return (
    <div
      role={roles[kind]}
      className={`flex flex-wrap gap-3 rounded-8 border-2 border-s-8 bg-white p-4 ${colours[kind]}`}
    >
      <Icon name={kind} label={t(kind)} className="mt-0.5 size-7" />
      <div className="flex min-w-0 flex-1 basis-56 flex-col gap-2 text-ink">
        <p className="text-std-17B-170">{title}</p>
        {children}
      </div>
    </div>
  );
}
