import { createHash } from "node:crypto";
import { canonicalText } from "./decide-payload";

/** SHA-256 of the payload's canonical text: what is executed is what was approved. */
export const hashPayload = (payload: unknown): Buffer => createHash("sha256").update(canonicalText(payload)).digest();
