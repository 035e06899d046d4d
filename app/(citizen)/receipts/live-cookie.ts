import { dropCookie, readCookie, setCookie } from "@/lib/auth/cookies";

/** Which payment this browser has just made and not yet closed. It opens nothing that its owner could not open without it. */
const PAID_COOKIE = "__Host-komapo-paid";

export const openLiveScreen = (transferId: string) => setCookie(PAID_COOKIE, transferId, { keep: false });
export const closeLiveScreen = () => dropCookie(PAID_COOKIE);
export const isLiveScreenOf = async (transferId: string) => (await readCookie(PAID_COOKIE)) === transferId;
