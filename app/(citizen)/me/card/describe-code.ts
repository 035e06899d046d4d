import "server-only";
import { drawQr, QUIET_ZONE } from "@/lib/codes/draw-qr";
import { env } from "@/lib/env";
import { codeMsLeft } from "@/lib/members/decide-member-code";
import { makeMemberCode } from "@/lib/members/member-code";

/** A code as it is drawn, and for how many milliseconds it is the newest. */
export type ShownCode = { path: string; viewBox: string; msLeft: number };

export function describeCode(memberId: string, at: Date): ShownCode {
  const { modules, path } = drawQr(`${env.APP_ORIGIN}/c/m${makeMemberCode(memberId, at)}`);
  const side = modules + 2 * QUIET_ZONE;
  return { path, viewBox: `${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`, msLeft: codeMsLeft(at) };
}
