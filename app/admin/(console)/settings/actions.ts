"use server";

import { redirect } from "next/navigation";
import { withQuery } from "@/components/admin/address";
import { requireFreshAct } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { keepLogo } from "@/lib/logos/keep-logo";
import { decideColours } from "@/lib/settings/decide-colours";
import { SettingsInput } from "@/lib/settings/input";
import { undoSettings } from "@/lib/settings/undo-settings";
import { updateSettings } from "@/lib/settings/update-settings";
import { type FormState, formValues } from "@/lib/shared/form";
import { readUpload } from "./read-upload";
import { colourFault, logoFault, settingsErrors, undoFault } from "./settings-refusal";
import type { SettingsState } from "./settings-state";

/** Shows what the settings would look like, and saves them once that was seen. A logo is kept on the way; nothing shows it before it is saved. */
export async function saveSettingsAction(_: SettingsState, form: FormData): Promise<SettingsState> {
  const fresh = await requireFreshAct("settings.write", form);
  if (!fresh.ok) return fresh.answer;
  const { actor } = fresh.person;
  const values = formValues(form);
  const input = SettingsInput.safeParse(values);
  if (!input.success) return { values, errors: await settingsErrors(input.error) };
  const { step, without_logo, ...wanted } = input.data;
  const colours = decideColours({ primary: wanted.colour_primary, onPrimary: wanted.colour_on_primary });
  if (!colours.ok) return { values, errors: [await colourFault(colours.reason)] };
  const at = await cityNow();
  const file = await readUpload(form, "logo");
  const kept = file && (await keepLogo(file, actor, at));
  if (kept && !kept.ok) return { values, errors: [await logoFault(kept.reason)] };
  const logo_id = kept ? kept.value : without_logo ? null : wanted.logo_id;
  if (step === "check") return { values, errors: [], preview: { ...wanted, logo_id } };
  const saved = await updateSettings({ ...wanted, logo_id }, actor, at);
  if (saved.ok) redirect(withQuery("/admin/settings", { done: "saved" }));
  const fault = saved.reason === "unknown_logo" ? await logoFault("logo_no_picture") : await colourFault(saved.reason);
  return { values, errors: [fault] };
}

/** Puts the settings back to what they were before the latest change. */
export async function undoSettingsAction(_: FormState, form: FormData): Promise<FormState> {
  const fresh = await requireFreshAct("settings.write", form);
  if (!fresh.ok) return fresh.answer;
  const undone = await undoSettings(fresh.person.actor, await cityNow());
  if (undone.ok) redirect(withQuery("/admin/settings", { done: "undone" }));
  return { values: {}, errors: [], notice: { kind: "error", title: await undoFault(undone.reason) } };
}
