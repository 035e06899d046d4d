import { readBirthDate } from "@/lib/members/decide-birth-date";
import { readMemberNumber } from "@/lib/members/decide-member-number";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { FoundBy, Question } from "./input";

/** What is known of a person, opened; null where it is not known. */
export type PersonFacts = { number: string; bornOn: string | null; phone: string | null; email: string | null };

export const personRefusals = ["unknown_member", "wrong_answer", "other_question", "too_many_answers"] as const;
export type PersonRefusal = (typeof personRefusals)[number];

/** In this order: what most people know by heart first. A name may have been found by its birth date, so that is no second proof. */
const order: Record<Exclude<FoundBy, "sign_up">, readonly Question[]> = {
  card: ["birth", "phone", "email"],
  number: ["birth", "phone", "email"],
  name: ["phone", "number"],
};

/** The second thing that is asked of whoever was found, besides what they were found by. */
export function decideQuestion(
  known: Record<"bornOn" | "phone" | "email", boolean>,
  foundBy: Exclude<FoundBy, "sign_up">,
): Question {
  const has = { birth: known.bornOn, phone: known.phone, email: known.email, number: true };
  return order[foundBy].find((question) => has[question]) ?? "number";
}

const digits = (text: string) => text.normalize("NFKC").replace(/\D/g, "");
const even = (text: string) => text.normalize("NFKC").trim().toLowerCase();
const read = (answer: Result<string, string>) => (answer.ok ? answer.value : undefined);

/** What an answer and the fact it must equal look like, each made even; undefined fits nothing. */
const pairs: Record<Question, (facts: PersonFacts, typed: string) => [string | null, string | undefined]> = {
  birth: ({ bornOn }, typed) => [bornOn, read(readBirthDate(typed))],
  phone: ({ phone }, typed) => [phone && digits(phone), digits(typed)],
  email: ({ email }, typed) => [email && even(email), even(typed)],
  number: ({ number }, typed) => [number, read(readMemberNumber(typed))],
};

/** Whether the person is who they say: the question is the one that was to be asked, and its answer is right. */
export function decidePerson(
  facts: PersonFacts | undefined,
  said: { foundBy: Exclude<FoundBy, "sign_up">; question: Question; answer: string },
): Result<null, PersonRefusal> {
  if (!facts) return refuse("unknown_member");
  const known = { bornOn: facts.bornOn !== null, phone: facts.phone !== null, email: facts.email !== null };
  if (decideQuestion(known, said.foundBy) !== said.question) return refuse("other_question");
  const [fact, answer] = pairs[said.question](facts, said.answer);
  return fact && fact === answer ? ok(null) : refuse("wrong_answer");
}

const SIGN_UP_MS = 10 * 60_000;

/** Whoever was just signed up here needs no second proof: the same member of staff typed it, a moment ago. */
export function decideNewcomer(
  facts: { admittedBy: string | null; joinedAt: Date } | undefined,
  staffId: string,
  at: Date,
): Result<null, "unknown_member"> {
  const isOwn = facts?.admittedBy === staffId && at.getTime() - facts.joinedAt.getTime() < SIGN_UP_MS;
  return isOwn ? ok(null) : refuse("unknown_member");
}
