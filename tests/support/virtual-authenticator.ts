import type { CDPSession, Page } from "@playwright/test";

export interface VirtualAuthenticator {
  /** Takes the keys of another one along, as if one carried the device over. */
  credentials(): Promise<Credential[]>;
  add(credential: Credential): Promise<void>;
  /** Whether its person lets themselves be verified. */
  letVerify(isVerified: boolean): Promise<void>;
}
type Credential = Awaited<ReturnType<typeof listCredentials>>[number];

const listCredentials = async (session: CDPSession, authenticatorId: string) =>
  (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials;

/** Chromium's own authenticator for this page: inside the device, with keys that are found without a name, and its person verified. */
export async function useVirtualAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: () => listCredentials(session, authenticatorId),
    add: async (credential) => void (await session.send("WebAuthn.addCredential", { authenticatorId, credential })),
    letVerify: async (isUserVerified) =>
      void (await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified })),
  };
}
