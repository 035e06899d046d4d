import { env } from "@/lib/env";

/** Whom a passkey is for: our own origin and the host in it, never what a request says of itself. */
export const relyingParty = () => ({ origin: env.APP_ORIGIN, id: new URL(env.APP_ORIGIN).hostname });

/** EdDSA, ES256 and RS256 (COSE): what every authenticator has, one of them at least. */
export const keyKinds = [-8, -7, -257] as const;
