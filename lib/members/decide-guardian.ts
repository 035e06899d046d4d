import { addDays, type CityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { ageOn } from "./decide-birth-date";
import { MOST_DAYS, type ProxySide } from "./decide-proxy";
import { OF_AGE } from "./decide-sign-up";

export const guardianRefusals = ["unknown_guardian", "guardian_not_needed", "own_wallet"] as const;
export type GuardianRefusal = (typeof guardianRefusals)[number];

/** The day before somebody is of age; the birthday of the 29th of February is the 1st of March where there is none. */
function lastDayOfChildhood(bornOn: CityDay): CityDay {
  const year = Number(bornOn.slice(0, 4)) + OF_AGE;
  const day = bornOn.slice(4) === "-02-29" ? "-03-01" : bornOn.slice(4);
  return addDays(`${year}${day}`, -1);
}

/** Who acts for a child, and until when: until they are of age, and two years at most, as for every proxy. */
export function decideGuardian(
  guardian: ProxySide | undefined,
  { bornOn, today }: { bornOn: CityDay; today: CityDay },
): Result<{ agentId: string; endsOn: CityDay }, GuardianRefusal> {
  if (ageOn(bornOn, today) >= OF_AGE) return refuse("guardian_not_needed");
  if (guardian?.state !== "active") return refuse("unknown_guardian");
  if (guardian.isOwn) return refuse("own_wallet");
  const [ofAge, longest] = [lastDayOfChildhood(bornOn), addDays(today, MOST_DAYS)];
  return ok({ agentId: guardian.memberId, endsOn: ofAge < longest ? ofAge : longest });
}
