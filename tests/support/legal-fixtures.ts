import type { Sql } from "postgres";
import type { LegalKind } from "@/lib/legal/input";

export const CHANGES = "退会を取り消せる日数を変えました。";

/** A new version of one of the city's texts, as a migration brings it; gives its number. */
export async function publishText(admin: Sql, kind: LegalKind): Promise<number> {
  const [made] = await admin<{ version: number }[]>`
    insert into legal_texts (kind, version, published_at, body, changes)
    select ${kind}, max(version) + 1, city_now(), ${"# 新しい規約\n新しい文です。"}, ${CHANGES} from legal_texts where kind = ${kind}
    returning version`;
  return made?.version ?? 0;
}
