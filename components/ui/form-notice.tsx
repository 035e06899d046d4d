import type { FormState } from "@/lib/shared/form";
import { Notification } from "./notification";

/** What an action answered about the form as a whole; a link in it opens beside the form, which keeps what was typed. */
export function FormNotice({ state }: { state: FormState }) {
  const notice = state?.notice;
  if (!notice) return null;
  return (
    <Notification kind={notice.kind} title={notice.title}>
      {notice.text && <p>{notice.text}</p>}
      {notice.link && (
        <p>
          <a
            href={notice.link.href}
            target="_blank"
            rel="noopener"
            className="inline-flex min-h-11 items-center text-link underline underline-offset-4"
          >
            {notice.link.text}
          </a>
        </p>
      )}
    </Notification>
  );
}
