import type { Draft } from "@/lib/approvals/open-approval";
import { ok, type Result, refuse } from "@/lib/shared/result";
import {
  decideProgramme,
  type ExpiryTerms,
  isOtherRule,
  type ProgrammePlan,
  type ProgrammeRefusal,
} from "./decide-programme";

/** What a grant gives, in points, and how long it lives. */
export type Rule = ExpiryTerms & { points: number };
export type RuledProgramme = ProgrammePlan & Rule & { id: string; name: string; sectionId: string };

export type RuleRefusal = ProgrammeRefusal | "unknown_programme" | "rule_unchanged";

/** Whether an approved rule can stand: the programme's period may be another than when it was asked for. */
export function decideRule(programme: RuledProgramme | undefined, rule: Rule): Result<Rule, RuleRefusal> {
  if (!programme) return refuse("unknown_programme");
  const expiry = decideProgramme({ ...programme, ...rule });
  if (!expiry.ok) return expiry;
  const decided = { points: rule.points, ...expiry.value };
  return isOtherRule(programme, decided) ? ok(decided) : refuse("rule_unchanged");
}

/** The terms that hold at once, the rule left as it is, and the rule to ask a second person for; undefined where it is the same. */
export function splitRule<Terms extends Rule>(before: Rule, after: Terms): { atOnce: Terms; asked: Rule | undefined } {
  const pick = ({ points, expiryKind, expiryCount, expiryOn }: Rule): Rule => ({
    points,
    expiryKind,
    expiryCount,
    expiryOn,
  });
  return { atOnce: { ...after, ...pick(before) }, asked: isOtherRule(before, after) ? pick(after) : undefined };
}

type Asked = { programme: RuledProgramme; rule: Rule; reason: string; followsId: string | undefined };

/** What the second person is asked: each part of the rule that becomes another. */
export function ruleDraftOf({ programme, rule, reason, followsId }: Asked): Draft {
  const parts = ["points", "expiryKind", "expiryCount", "expiryOn"] as const;
  const text = (value: string | number | null) => (value === null ? null : String(value));
  const changed = parts.filter((part) => programme[part] !== rule[part]);
  return {
    kind: "change_programme_rule",
    payload: { programmeId: programme.id, ...rule },
    effect: {
      lines: [
        { label: "programme", before: programme.name, after: programme.name },
        ...changed.map((part) => ({ label: part, before: text(programme[part]), after: text(rule[part]) })),
      ],
    },
    reason,
    target: { kind: "programme", id: programme.id },
    sectionId: programme.sectionId,
    followsId,
  };
}
