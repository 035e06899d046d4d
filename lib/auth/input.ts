import { z } from "zod";
import { normalise } from "@/lib/shared/typed";
import { emailForm, evenEmail } from "@/lib/shared/typed-email";
import { providerRefusals } from "./decide-provider-answer";

const typed = z.string({ error: "required" });

/** What is typed as an e-mail address: 全角 and blanks forgiven, lower case. Reasons: `required`, `too_long`, `not_an_email`. */
export const EmailInput = z.strictObject({
  email: typed.transform(evenEmail).pipe(z.string().min(1, "required")).pipe(emailForm),
  to: z.string().max(300).optional(),
});

const digits = (form: RegExp, reason: string) =>
  typed
    .transform((text) => normalise(text).replace(/[\s\u002d\u2010-\u2015\u2212\u30fc]/g, ""))
    .pipe(z.string().min(1, "required").regex(form, reason));

/** Six digits, in full or half width, with blanks or hyphens between them. Reasons: `required`, `not_six_digits`. */
export const CodeInput = z.strictObject({ code: digits(/^\d{6}$/, "not_six_digits") });

/** The same of a mail, which may hold a long code (`decideDigits`). Reasons: `required`, `not_a_mailed_code`. */
export const MailedCodeInput = z.strictObject({ code: digits(/^\d{6}(\d{6})?$/, "not_a_mailed_code") });

/** The code of an authenticator app that was started just now. */
export const NewTotpInput = CodeInput.extend({ totpId: z.uuid() });

/** What was handed over on paper, as it was typed: `readEnrolmentCode` reads it. Reasons: `required`. */
export const EnrolmentInput = z.strictObject({ code: typed.pipe(z.string().trim().min(1, "required").max(100)) });

/** The button of a provider that was pressed: its key, and where to go afterwards, sealed. */
export const ProviderInput = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9]{1,19}$/),
  to: z.string().max(300).optional(),
});

/** What the page says of a sign-in at a provider that came to nothing. Whatever else an address holds is the plainest of the answers. */
export const ProviderAnswer = z.object({
  why: z.enum(providerRefusals).catch("answer_spoiled"),
  mode: z.enum(["sign_in", "link", "prove", "residency"]).catch("sign_in"),
  to: z.string().max(300).optional().catch(undefined),
});
