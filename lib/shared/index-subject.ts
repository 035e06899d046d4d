import { hashWithKey } from "./keyed-hash";

/** What a person at a provider is found by: the issuer and its `sub`, and nothing else. `key` is INDEX_KEY. */
export const indexSubject = (key: Buffer, issuer: string, subject: string): Buffer =>
  hashWithKey(key, "identity", `${issuer}\0${subject}`);
