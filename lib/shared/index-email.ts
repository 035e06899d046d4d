import { hashWithKey } from "./keyed-hash";

/**
 * What an e-mail address is found by. One for members and staff: that a person of the staff and a member are the same one is told by this alone
 * (own-wallet rule, db/functions/20-guard-transfer.sql). `key` is INDEX_KEY.
 */
export const indexEmail = (key: Buffer, email: string): Buffer => hashWithKey(key, "email", email);
