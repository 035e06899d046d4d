import { z } from "zod";
import { optionalText } from "@/lib/shared/typed";

/** Reason: `too_long`. */
export const NicknameInput = z.strictObject({ nickname: optionalText(20) });
