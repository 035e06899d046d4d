import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";
import { members } from "./members";

/** An OIDC provider that citizens may come in by: the city portal, LINE … One row and its secret in the environment add another. */
export const identityProviders = pgTable(
  "identity_providers",
  {
    /** In addresses and in the name of its secret (`OIDC_<KEY>_SECRET`, `OIDC_<KEY>_JWK`): `portal`. */
    key: text().primaryKey(),
    issuer: text().notNull(),
    /** As citizens know it. */
    name: text().notNull(),
    clientId: text().notNull(),
    /** How this client shows who it is at the token endpoint. */
    clientAuth: text({ enum: ["client_secret_basic", "client_secret_post", "private_key_jwt"] }).notNull(),
    scopes: text().notNull().default("openid"),
    /** `sign_in`, or `residency`: a step-up that shows where somebody lives and opens no session. */
    purpose: text().notNull(),
    /** The portal that this app is a part of: deep links try it silently, and its sign-out counts here. */
    isPortal: boolean().notNull().default(false),
    /** Where its own home is, for the way back; null where there is none. */
    homeUrl: text(),
    /** The one origin that may show this app in a frame; null: none may. */
    frameOrigin: text(),
    isEnabled: boolean().notNull().default(true),
    position: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [
    unique("identity_providers_issuer").on(t.issuer),
    uniqueIndex("identity_providers_one_portal").on(t.isPortal).where(sql`${t.isPortal}`),
    check("identity_providers_key_plain", sql`${t.key} ~ '^[a-z][a-z0-9]{1,19}$'`),
    check(
      "identity_providers_client_auth_known",
      sql`${t.clientAuth} in ('client_secret_basic', 'client_secret_post', 'private_key_jwt')`,
    ),
    check("identity_providers_purpose_known", sql`${t.purpose} in ('sign_in', 'residency')`),
    check("identity_providers_frame_origin_plain", sql`${t.frameOrigin} ~ '^https?://[a-z0-9.-]+(:[0-9]+)?$'`),
  ],
);

/** A person at a provider (issuer, subject) who is a member here. Removed, never deleted; nothing is ever keyed on an e-mail address. */
export const memberIdentities = pgTable(
  "member_identities",
  {
    id: uuid().primaryKey(),
    memberId: uuid().notNull(),
    issuer: text().notNull(),
    /** Keyed hash of the provider's `sub`. */
    subjectIndex: bytea().notNull(),
    linkedAt: instant().notNull(),
    lastUsedAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [
    uniqueIndex("member_identities_one_live").on(t.issuer, t.subjectIndex).where(sql`${t.removedAt} is null`),
    index("member_identities_by_member").on(t.memberId),
    foreignKey({ name: "member_identities_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
  ],
);

/** A citizen's passkey (WebAuthn, user verification always asked for). Removed, never deleted. */
export const memberPasskeys = pgTable(
  "member_passkeys",
  {
    id: uuid().primaryKey(),
    memberId: uuid().notNull(),
    credentialId: bytea().notNull(),
    publicKey: bytea().notNull(),
    /** The authenticator's own counter; one that goes back is a copy of the key. Zero where it keeps none. */
    signCount: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull(),
    backedUp: boolean().notNull(),
    /** How its owner tells it from others: typed, and so encrypted. */
    labelEncrypted: bytea(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    removedAt: instant(),
  },
  (t) => [
    unique("member_passkeys_credential").on(t.credentialId),
    index("member_passkeys_by_member").on(t.memberId),
    foreignKey({ name: "member_passkeys_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
  ],
);

/** A question asked of a citizen's authenticator, answered once, in the browser that it was asked of. */
export const memberChallenges = pgTable(
  "member_challenges",
  {
    id: uuid().primaryKey(),
    /** SHA-256 of the cookie that binds it to this browser. */
    browserHash: bytea().notNull(),
    /** `sign_in`, `prove` (again, before ways in change), `register`. */
    purpose: text().notNull(),
    memberId: uuid(),
    challenge: bytea().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    index("member_challenges_browser").on(t.browserHash),
    index("member_challenges_expiry").on(t.expiresAt),
    check("member_challenges_purpose_known", sql`${t.purpose} in ('sign_in', 'prove', 'register')`),
    foreignKey({ name: "member_challenges_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
  ],
);

/** A sign-out that the portal told of (back-channel logout), so that the same token does nothing twice. */
export const providerLogouts = pgTable(
  "provider_logouts",
  { issuer: text().notNull(), jtiHash: bytea().notNull(), expiresAt: instant().notNull() },
  (t) => [
    primaryKey({ name: "provider_logouts_pk", columns: [t.issuer, t.jtiHash] }),
    index("provider_logouts_expiry").on(t.expiresAt),
  ],
);
