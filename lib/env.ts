import "server-only";
import { z } from "zod";

const key = z
  .base64()
  .refine((text) => Buffer.from(text, "base64").length === 32, "must be 32 bytes in base64")
  .transform((text) => Buffer.from(text, "base64"));

/** `kid:key,kid:key`: the first encrypts, the others still decrypt what they once encrypted. */
const keyRing = z
  .string()
  .regex(/^\w+:[\w+/=]+(,\w+:[\w+/=]+)*$/, "must be kid:base64 of 32 bytes, several separated by commas")
  .transform((text) =>
    text.split(",").map((entry) => ({ id: entry.split(":")[0] ?? "", key: entry.split(":")[1] ?? "" })),
  )
  .pipe(z.array(z.strictObject({ id: z.string().min(1), key })).min(1));

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  APP_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine((text) => new URL(text).origin === text, "must be an origin without a path"),
  AUTH_SECRET: z.string().min(32),
  FIELD_KEYS: keyRing,
  INDEX_KEY: key,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().min(3),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Environment = z.infer<typeof Environment>;

/** Names every missing or wrong variable at once; values are never repeated, they may be secrets. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = Environment.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return source[name] === undefined ? `${name} is missing` : `${name} is not usable (${issue.message})`;
  });
  throw new Error(
    `The settings in the environment are incomplete: ${[...new Set(faults)].join("; ")}. See .env.example.`,
  );
}

let parsed: Environment | undefined;

/** The app's settings; read at first use, so that a migration needs none of the app's secrets. */
export const env = new Proxy({} as Environment, {
  get: (_, name) => {
    parsed ??= readEnvironment();
    return Reflect.get(parsed, name);
  },
});

/** next-auth takes the address that providers lead back to from its own variable, and from nowhere else. */
function readEnvironment(): Environment {
  const settings = parseEnvironment(process.env);
  Object.assign(process.env, { NEXTAUTH_URL: settings.APP_ORIGIN });
  return settings;
}

const privateJwk = z.looseObject({ kty: z.enum(["EC", "RSA"]), alg: z.string(), d: z.string() });

/** How this app shows a provider who it is, and the algorithm of its ID tokens where it is not RS256. */
const Credentials = z.strictObject({
  secret: z.string().min(1).optional(),
  jwk: z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(privateJwk)
    .optional(),
  idTokenAlgorithm: z.enum(["RS256", "ES256", "PS256", "HS256"]).default("RS256"),
});
export type Credentials = z.infer<typeof Credentials>;

/** The secrets of the provider `key`: OIDC_<KEY>_SECRET, OIDC_<KEY>_JWK (a private key), OIDC_<KEY>_ALG. Undefined: not usable. */
export function findCredentials(key: string): Credentials | undefined {
  const { [`OIDC_${key.toUpperCase()}_SECRET`]: secret, [`OIDC_${key.toUpperCase()}_JWK`]: jwk } = process.env;
  const idTokenAlgorithm = process.env[`OIDC_${key.toUpperCase()}_ALG`];
  try {
    return Credentials.safeParse({ secret, jwk, idTokenAlgorithm }).data;
  } catch {
    return undefined;
  }
}

/** The keys of FIELD_KEYS, for who needs no other setting of the app: a migration that finds words to seal. */
export function fieldKeys(text = process.env.FIELD_KEYS): z.output<typeof keyRing> {
  const keys = keyRing.safeParse(text);
  if (keys.success) return keys.data;
  throw new Error(
    "FIELD_KEYS is missing or not usable: this book holds words that are to be sealed with them. Migrate with the app's own FIELD_KEYS.",
  );
}

/** Whom to migrate as: the migrator where it is set apart from the app, as it is on every real book. */
export function migrationDatabaseUrl(): string {
  const url = process.env.MIGRATION_DATABASE_URL ?? process.env.DATABASE_URL;
  if (!url) throw new Error("Neither MIGRATION_DATABASE_URL nor DATABASE_URL is set: there is no database to migrate.");
  return url;
}

/** The kind of book (`closed_test` or `real`) that a first migration opens; undefined: none. A demo opens its own. */
export function firstBook(): "closed_test" | "real" | undefined {
  return z.enum(["closed_test", "real"], "BOOK must be closed_test or real").optional().parse(process.env.BOOK);
}
