import { and, eq, exists, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db } from "@/db/client";
import { activities, codes, programmes, sections, shops, staff } from "@/db/schema";
import { env } from "@/lib/env";
import type { Scope } from "@/lib/shared/scope";
import { unseal } from "@/lib/shared/seal";
import { withinScope } from "@/lib/shared/within-scope";

const own = alias(sections, "own");
const Secret = z.object({ token: z.string(), typed: z.string() });

/** `typedCode` without its dash. `section` runs the programme, or issued the shop's code. */
type PosterCode = {
  codeId: string;
  serial: number;
  token: string;
  typedCode: string;
  section: string;
  revokedAt: Date | null;
};
type PosterActivity = { id: string; title: string; place: string; audience: string; points: number } & Record<
  "startsAt" | "endsAt" | "opensAt" | "closesAt",
  Date
>;
type PosterShop = { id: string; name: string; address: string; openingHours: string };

export type PosterFacts = PosterCode &
  ({ kind: "activity"; activity: PosterActivity } | { kind: "shop"; shop: PosterShop });

/** Codes of the sections' programmes and of what a group within the scope holds; shops are the whole city's, and no outside group's. */
const isVisible = (scope: Scope): SQL | undefined =>
  scope === "everywhere"
    ? undefined
    : or(
        withinScope(programmes.sectionId, scope),
        withinScope(activities.groupId, scope),
        and(
          isNotNull(codes.shopId),
          exists(
            db
              .select({ id: own.id })
              .from(own)
              .where(and(withinScope(own.id, scope), eq(own.kind, "section"))),
          ),
        ),
      );

/** What is printed around a code, its secrets unsealed: for staff only. Undefined where there is no such code. */
export async function findPoster(codeId: string, scope: Scope): Promise<PosterFacts | undefined> {
  const [found] = await db
    .select({
      serial: codes.serial,
      sealed: codes.secretEncrypted,
      revokedAt: codes.revokedAt,
      section: sections.name,
      activity: activities,
      shop: { id: shops.id, name: shops.name, address: shops.address, openingHours: shops.openingHours },
    })
    .from(codes)
    .innerJoin(staff, eq(staff.id, codes.issuedBy))
    .leftJoin(activities, eq(activities.id, codes.activityId))
    .leftJoin(programmes, eq(programmes.id, activities.programmeId))
    .leftJoin(shops, eq(shops.id, codes.shopId))
    .innerJoin(sections, sql`${sections.id} = coalesce(${programmes.sectionId}, ${staff.sectionId})`)
    .where(and(eq(codes.id, codeId), isVisible(scope)));
  if (!found) return undefined;
  const { token, typed: typedCode } = Secret.parse(JSON.parse(unseal(env.FIELD_KEYS, found.sealed)));
  const code = { codeId, serial: found.serial, token, typedCode, section: found.section, revokedAt: found.revokedAt };
  if (found.activity) return { ...code, kind: "activity", activity: found.activity };
  if (found.shop) return { ...code, kind: "shop", shop: found.shop };
  throw new Error("a code has neither an activity nor a shop");
}
