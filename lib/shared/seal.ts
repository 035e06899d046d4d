import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Keys by id; the first is the one that seals, all of them open. Each is 32 bytes. */
export type SealKeys = { id: string; key: Buffer }[];

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM. Layout: length of the key id (1 byte), key id, nonce (12), tag (16), ciphertext. The key id is authenticated too. */
export function seal(keys: SealKeys, text: string): Buffer {
  const current = keys[0];
  if (!current) throw new Error("no key to seal with");
  const head = Buffer.concat([Buffer.from([current.id.length]), Buffer.from(current.id, "ascii")]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", current.key, nonce).setAAD(head);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]);
}

/** Whether this was sealed with the key that seals now. */
export function isUnderFirst([first]: SealKeys, sealed: Uint8Array): boolean {
  return Buffer.from(sealed.subarray(1, 1 + (sealed[0] ?? 0))).toString("ascii") === first?.id;
}

/** Throws when the key is unknown or a bit was changed. */
export function unseal(keys: SealKeys, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const headLength = 1 + (bytes[0] ?? 0);
  const head = bytes.subarray(0, headLength);
  const id = head.subarray(1).toString("ascii");
  const held = keys.find((candidate) => candidate.id === id);
  if (!held) throw new Error(`no key "${id}" to unseal with`);
  const nonce = bytes.subarray(headLength, headLength + NONCE_BYTES);
  const tag = bytes.subarray(headLength + NONCE_BYTES, headLength + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", held.key, nonce).setAAD(head).setAuthTag(tag);
  return (
    decipher.update(bytes.subarray(headLength + NONCE_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8")
  );
}
