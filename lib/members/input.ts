import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";
import { optionalText, typedCode, typedDigits } from "@/lib/shared/typed";
import { emailForm, evenEmail } from "@/lib/shared/typed-email";
import { readBirthDate, readBirthYear } from "./decide-birth-date";
import { readInvitationCode } from "./decide-invitation";
import { readKana } from "./decide-kana";
import { readMemberNumber } from "./decide-member-number";
import { readPin } from "./decide-pin";

/** Reason: `too_long`. */
export const NicknameInput = z.strictObject({ nickname: optionalText(20) });

/** Why staff look at a member's personal data; it stands in the audit. */
export const purposes = [
  "counter_request",
  "phone_request",
  "identity_check",
  "card_loss",
  "points_inquiry",
  "incident",
] as const;
export type Purpose = (typeof purposes)[number];

/** 在住, 在勤, 在学, その他. */
export const ties = ["resident", "worker", "student", "other"] as const;
export type Tie = (typeof ties)[number];

const typed = z.string({ error: "required" }).trim().min(1, "required");

/** What a reader of `decide-…` makes of a typed line, its refusal as the reason. */
const readWith = (read: (text: string) => { ok: true; value: string } | { ok: false; reason: string }) =>
  typed.transform((text, context) => {
    const answer = read(text);
    if (answer.ok) return answer.value;
    context.addIssue({ code: "custom", message: answer.reason });
    return z.NEVER;
  });

/** An invitation to the closed test; undefined where none was typed. Reason: `malformed_code`. */
export const typedInvitation = () =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text?.trim()) return undefined;
      const code = readInvitationCode(text);
      if (code.ok) return code.value;
      context.addIssue({ code: "custom", message: code.reason });
      return z.NEVER;
    });

const typedKana = () => readWith(readKana).pipe(z.string().max(40, "too_long"));

/** Reasons: `too_long`, `not_an_email`. */
const optionalEmail = z
  .string()
  .optional()
  .transform((text) => evenEmail(text ?? "") || undefined)
  .pipe(emailForm.optional());

/** Reason: `not_a_phone`. */
const optionalPhone = z
  .string()
  .optional()
  .transform((text) => text ?? "")
  .pipe(typedCode())
  .transform((text) => text || undefined)
  .pipe(
    z
      .string()
      .regex(/^0\d{1,4}-?\d{1,4}-?\d{3,4}$/, "not_a_phone")
      .optional(),
  );

/** Reason: `not_a_year`. 1948, 昭和23年 or S23; nothing where nothing is told. */
const optionalBirthYear = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text?.trim()) return undefined;
    const answer = readBirthYear(text);
    if (answer.ok) return answer.value;
    context.addIssue({ code: "custom", message: answer.reason });
    return z.NEVER;
  });

/** A box that has to be ticked; reason: `not_agreed`. */
const agreed = z.literal("yes", "not_agreed");
const isTicked = z
  .literal("yes")
  .optional()
  .transform((answer) => answer === "yes");

/** The version of each text that stood on the page. */
const seenVersions = { terms: typedDigits(1, 1_000_000), privacy: typedDigits(1, 1_000_000) };

/** What a sign-up asks. `to`: where the person was going, sealed. Reasons: `required`, `too_long`, `not_a_year`, `not_agreed`, `malformed_code`. */
export const SignUpInput = z
  .object({
    nickname: optionalText(20),
    tie: z.enum(ties, "required"),
    birthYear: optionalBirthYear,
    agrees: agreed,
    /** Asked for while the current book is a closed test. */
    invitation: typedInvitation(),
    to: z.string().optional(),
    ...seenVersions,
  })
  .transform(({ terms, privacy, agrees: _, ...answers }) => ({ ...answers, seen: { terms, privacy } }));
export type SignUp = Omit<z.output<typeof SignUpInput>, "to" | "invitation"> & { invitation?: string | undefined };

/** What a member may change of what they told. Reasons: `required`, `not_a_year`. */
export const ProfileInput = z.object({ tie: z.enum(ties, "required"), birthYear: optionalBirthYear });
export type Profile = z.output<typeof ProfileInput>;

/** How a member takes their data along. */
export const ownFormats = ["json", "csv"] as const;
export type OwnFormat = (typeof ownFormats)[number];

/** The consent to texts that changed. */
export const ConsentInput = z
  .object({ to: z.string().optional(), ...seenVersions })
  .transform(({ to, ...seen }) => ({ to, seen }));

/** Reason: `wrong_number`. */
const optionalMemberNumber = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text?.trim()) return undefined;
    const read = readMemberNumber(text);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: read.reason });
    return z.NEVER;
  });

/**
 * A person who joins at the counter. `bornOn` is one typed line, 昭和23年3月5日 or 19480305. `id` is made with the form, so that sending it twice
 * makes one member; `isConfirmed` is "yes" once staff have said that whoever was found is somebody else, `hasGuardian` once a guardian agreed too.
 * Reasons: `required`, `too_long`, `not_kana`, `not_a_day`, `not_a_phone`, `not_an_email`, `not_agreed`, `malformed_code`.
 */
export const CounterSignUpInput = z.object({
  id: z.uuid(),
  familyName: typedProse(30),
  givenName: typedProse(30),
  familyKana: typedKana(),
  givenKana: typedKana(),
  bornOn: readWith(readBirthDate),
  tie: z.enum(ties, "required"),
  phone: optionalPhone,
  email: optionalEmail,
  /** Asked for while the current book is a closed test. */
  invitation: typedInvitation(),
  agrees: agreed,
  hasGuardian: isTicked,
  /** Of a guardian who is a member, and will act for a child. */
  guardianNumber: optionalMemberNumber,
  isConfirmed: isTicked,
});
export type CounterSignUp = z.output<typeof CounterSignUpInput>;

/** Whose data is opened, and why. */
export const DisclosureInput = z.object({ memberId: z.uuid(), purpose: z.enum(purposes, "required") });

export const CardIssueInput = z.object({ memberId: z.uuid() });

/** Whose home staff have seen a paper of. */
export const ResidencyInput = z.object({ memberId: z.uuid() });

/** Which card is made void, and why. */
export const CardRevocationInput = z.object({ cardId: z.uuid(), reason: typedProse(200) });

/** A way in that its member takes away: their address, or a passkey or provider's account by its id. */
export const WayInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("email"), id: z.literal("email") }),
  z.object({ kind: z.enum(["passkey", "identity"]), id: z.uuid() }),
]);

/** Reasons: `required`, `too_long`. */
export const PasskeyNameInput = z.object({ passkeyId: z.uuid(), label: typedProse(40) });

/** A PIN that a member keys in, twice. Reasons: `not_four_digits`, `not_the_same`. */
export const NewPinInput = z
  .object({ pin: readWith(readPin), pinAgain: readWith(readPin) })
  .refine(({ pin, pinAgain }) => pin === pinAgain, { path: ["pinAgain"], message: "not_the_same" });

/** That staff have seen who it is. */
export const SeenInput = z.object({ isSeen: z.literal("yes") });

/** A card's number or address as it was typed or read, and its PIN. Reasons: `required`, `not_four_digits`. */
export const JoinInput = z.object({ card: typed.max(200, "required"), pin: readWith(readPin) });
