import "server-only";
import { generateURI } from "otplib";
import { drawQr, QUIET_ZONE } from "@/lib/codes/draw-qr";
import { getSettings } from "@/lib/settings/queries";

/** `viewBox` and `path` are the picture, in modules. */
export type ShownTotp = { totpId: string; secret: string; viewBox: string; path: string };
/** What starting an authenticator app gives back to its form. */
export type TotpState = ShownTotp | null;

/** What an authenticator app reads: the picture for its camera, and the secret in groups of four for those who type it. */
export async function describeTotp(
  { totpId, secret }: { totpId: string; secret: string },
  name: string,
): Promise<ShownTotp> {
  const { service_name: issuer } = await getSettings();
  const { path, modules } = drawQr(generateURI({ issuer, label: name, secret }));
  const side = modules + 2 * QUIET_ZONE;
  const viewBox = `${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`;
  return { totpId, secret: secret.match(/.{1,4}/g)?.join(" ") ?? secret, viewBox, path };
}
