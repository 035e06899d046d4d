import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import type { Assertion, Registration } from "@/lib/passkeys/input";

/** What an answer says that a browser would not let it say. */
export type Twist = {
  origin?: string;
  rpId?: string;
  /** Whether the authenticator verified its person (UV). */
  isVerified?: boolean;
  /** The counter that it shows. */
  counter?: number;
};

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

/** An authenticator with one key, in memory: it answers as a real one would, or with what no browser lets through. */
export class SoftAuthenticator {
  readonly id = randomBytes(32);
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  #counter = 0;

  constructor(readonly origin: string) {}

  create({ challenge }: Pick<PublicKeyCredentialCreationOptionsJSON, "challenge">, twist: Twist = {}): Registration {
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.#publicKey()]);
    const authData = Buffer.concat([this.#data(twist, FLAGS.attested), attested]);
    const attestation = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", new Uint8Array(authData)],
    ]);
    const response = {
      clientDataJSON: base64(this.#clientData("webauthn.create", challenge, twist)),
      attestationObject: base64(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])),
      transports: ["internal"],
    };
    return { ...this.#frame(), response };
  }

  get({ challenge }: Pick<PublicKeyCredentialRequestOptionsJSON, "challenge">, twist: Twist = {}): Assertion {
    const authenticatorData = this.#data(twist, 0);
    const clientData = this.#clientData("webauthn.get", challenge, twist);
    const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
    const response = {
      clientDataJSON: base64(clientData),
      authenticatorData: base64(authenticatorData),
      signature: base64(sign("sha256", signed, this.#keys.privateKey)),
    };
    return { ...this.#frame(), response };
  }

  #frame() {
    const id = base64(this.id);
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  }

  #clientData(type: string, challenge: string, { origin = this.origin }: Twist): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #data({ rpId = new URL(this.origin).hostname, isVerified = true, counter }: Twist, more: number): Buffer {
    this.#counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? this.#counter);
    const flags = FLAGS.present | (isVerified ? FLAGS.verified : 0) | more;
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  }

  /** COSE: an ES256 key on P-256. */
  #publicKey(): Uint8Array {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y, "base64url"))],
    ]);
    return isoCBOR.encode(key);
  }
}
