import { listOwnLog } from "./list-own-log";
import {
  getOwnProfile,
  listOwnCards,
  listOwnConsents,
  listOwnIdentities,
  listOwnPasskeys,
  listOwnProxies,
  listOwnSessions,
  listOwnSuspensions,
} from "./list-own-records";
import { listOwnTransfers } from "./list-own-transfers";

export type OwnRow = Record<string, unknown>;

/** The parts of a member's data in the order in which they are handed over. */
export const ownSections = [
  "profile",
  "transfers",
  "consents",
  "sessions",
  "identities",
  "passkeys",
  "cards",
  "proxies",
  "suspensions",
  "log",
] as const;
export type OwnSection = (typeof ownSections)[number];

/** Lines of the log in one piece. */
const LOG_PIECE = 500;

async function* logPieces(memberId: string): AsyncGenerator<OwnRow[]> {
  let after: string | undefined;
  do {
    const page = await listOwnLog(memberId, after, LOG_PIECE);
    yield page.rows.map(({ recordedAt, kind, purpose, section }) => ({ recordedAt, kind, purpose, section }));
    after = page.next ?? undefined;
  } while (after);
}

async function* whole(rows: PromiseLike<OwnRow[]>): AsyncGenerator<OwnRow[]> {
  yield await rows;
}

/** Everything of one part, in pieces that fit into memory. */
export function collectOwnData(
  section: OwnSection,
  { memberId, accountId }: { memberId: string; accountId: number },
): AsyncGenerator<OwnRow[]> {
  const read = {
    profile: () => whole(getOwnProfile(memberId).then((profile) => [profile])),
    transfers: () => listOwnTransfers(accountId),
    consents: () => whole(listOwnConsents(memberId)),
    sessions: () => whole(listOwnSessions(memberId)),
    identities: () => whole(listOwnIdentities(memberId)),
    passkeys: () => whole(listOwnPasskeys(memberId)),
    cards: () => whole(listOwnCards(memberId)),
    proxies: () => whole(listOwnProxies(memberId)),
    suspensions: () => whole(listOwnSuspensions(memberId)),
    log: () => logPieces(memberId),
  } satisfies Record<OwnSection, () => AsyncGenerator<OwnRow[]>>;
  return read[section]();
}
