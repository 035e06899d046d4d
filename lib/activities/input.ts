import { z } from "zod";
import { type CityDay, cityInstant } from "@/lib/shared/city-time";
import { typedProse } from "@/lib/shared/prose";
import { typedDay, typedDigits, typedTime } from "@/lib/shared/typed";

/** `once`: once per person; `daily`: once per person and city day. */
export const claimLimits = ["once", "daily"] as const;

/** `around`: the usual half hour before and after; `exact`: as typed. */
export const windowKinds = ["around", "exact"] as const;

export const activityDays = ["startsOn", "endsOn", "opensOn", "closesOn"] as const;

const MOST_POINTS = 100_000;
const HALF_HOUR = 30 * 60_000;

const words = {
  id: z.uuid(),
  programmeId: z.uuid("required"),
  title: typedProse(60),
  summary: typedProse(400),
  place: typedProse(80),
  organiser: typedProse(60),
  audience: typedProse(80),
  points: typedDigits(1, MOST_POINTS),
  claimLimit: z.enum(claimLimits, "required"),
  /** The outside group that holds it; empty: the section itself. */
  groupId: z
    .union([z.uuid(), z.literal("")])
    .nullish()
    .transform((typed) => typed || null),
};
const held = { startsOn: typedDay(), startsTime: typedTime(), endsOn: typedDay(), endsTime: typedTime() };
const exactWindow = { opensOn: typedDay(), opensTime: typedTime(), closesOn: typedDay(), closesTime: typedTime() };

/** Days and times of the city become moments: when it is held, and the window in which its code grants. */
export const ActivityInput = z
  .discriminatedUnion(
    "windowKind",
    [
      z.object({ ...words, ...held, windowKind: z.literal("around") }),
      z.object({ ...words, ...held, windowKind: z.literal("exact"), ...exactWindow }),
    ],
    "required",
  )
  .transform((typed) => {
    const startsAt = moment(typed.startsOn, typed.startsTime);
    const endsAt = moment(typed.endsOn, typed.endsTime);
    const { id, programmeId, title, summary, place, organiser, audience, points, claimLimit, groupId } = typed;
    const window =
      typed.windowKind === "exact"
        ? { opensAt: moment(typed.opensOn, typed.opensTime), closesAt: moment(typed.closesOn, typed.closesTime) }
        : { opensAt: new Date(startsAt.getTime() - HALF_HOUR), closesAt: new Date(endsAt.getTime() + HALF_HOUR) };
    return {
      id,
      programmeId,
      title,
      summary,
      place,
      organiser,
      audience,
      points,
      claimLimit,
      groupId,
      startsAt,
      endsAt,
      ...window,
    };
  });

/** `id` is made with the form, so that sending it twice makes one activity. */
export type ActivityInput = z.output<typeof ActivityInput>;

export const ActivityCancellation = z.object({ activityId: z.uuid(), reason: typedProse(200) });
export const ActivityResumption = z.object({ activityId: z.uuid() });

const moment = (day: CityDay, time: string) => cityInstant(day, time);
