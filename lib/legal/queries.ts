import { and, desc, eq, gt, inArray } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { legalTexts, memberConsents } from "@/db/schema";
import { type LegalKind, type LegalVersions, legalKinds } from "./input";

/** The newest version of each text. */
export async function findNewestVersions(database: Database = db): Promise<LegalVersions> {
  const rows = await database
    .selectDistinctOn([legalTexts.kind], { kind: legalTexts.kind, version: legalTexts.version })
    .from(legalTexts)
    .where(inArray(legalTexts.kind, [...legalKinds]))
    .orderBy(legalTexts.kind, desc(legalTexts.version));
  const versionOf = (kind: LegalKind) => {
    const found = rows.find((row) => row.kind === kind);
    if (!found) throw new Error(`the book has no text of the ${kind}`);
    return found.version;
  };
  return { terms: versionOf("terms"), privacy: versionOf("privacy") };
}

/** One version of a text, the newest unless it is named. Undefined: there is none such. */
export async function findLegalText(kind: LegalKind, version?: number) {
  const [found] = await db
    .select({ version: legalTexts.version, publishedAt: legalTexts.publishedAt, body: legalTexts.body })
    .from(legalTexts)
    .where(and(eq(legalTexts.kind, kind), version === undefined ? undefined : eq(legalTexts.version, version)))
    .orderBy(desc(legalTexts.version))
    .limit(1);
  return found;
}

/** Every version of a text, the newest first. */
export function listLegalVersions(kind: LegalKind) {
  return db
    .select({ version: legalTexts.version, publishedAt: legalTexts.publishedAt, changes: legalTexts.changes })
    .from(legalTexts)
    .where(eq(legalTexts.kind, kind))
    .orderBy(desc(legalTexts.version));
}

/** What changed in each text since the version that the member agreed to, the newest first; nothing where they agreed to the newest. */
export async function listChangesSince(memberId: string) {
  const lists = await Promise.all(
    legalKinds.map(async (kind) => ({ kind, versions: await listNewer(kind, await findAgreed(memberId, kind)) })),
  );
  return lists.filter(({ versions }) => versions.length > 0);
}

async function findAgreed(memberId: string, kind: LegalKind): Promise<number> {
  const [agreed] = await db
    .select({ version: memberConsents.version })
    .from(memberConsents)
    .where(and(eq(memberConsents.memberId, memberId), eq(memberConsents.kind, kind)))
    .orderBy(desc(memberConsents.version))
    .limit(1);
  return agreed?.version ?? 0;
}

const listNewer = (kind: LegalKind, agreed: number) =>
  db
    .select({ version: legalTexts.version, publishedAt: legalTexts.publishedAt, changes: legalTexts.changes })
    .from(legalTexts)
    .where(and(eq(legalTexts.kind, kind), gt(legalTexts.version, agreed)))
    .orderBy(desc(legalTexts.version));
