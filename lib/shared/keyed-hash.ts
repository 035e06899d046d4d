import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** SHA-256 of a secret of 128 bits or more (session token, QR token): too long to search, so no key is needed. */
export const hashSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** HMAC-SHA-256 for what is short enough to guess (typed codes, e-mail addresses). `purpose` keeps two uses of one key apart. */
export const hashWithKey = (key: Buffer, purpose: string, text: string): Buffer =>
  createHmac("sha256", key).update(purpose).update("\0").update(text).digest();

/** Compares two hashes in a time that tells nothing about where they differ. */
export const isSameHash = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
