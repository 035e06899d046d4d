import type { CitySettings } from "@/lib/settings/input";
import type { FormState } from "@/lib/shared/form";

/** `preview`: what was typed, parsed, to be looked at before it is saved. */
export type SettingsState = (NonNullable<FormState> & { preview?: CitySettings }) | null;
