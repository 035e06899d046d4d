import { SubmitButton } from "@/components/ui/submit-button";

interface ProviderButtonsProps {
  action: (form: FormData) => Promise<void>;
  /** `label` is what the button says. */
  providers: { key: string; label: string }[];
  /** Where to go afterwards, sealed by the server. */
  to?: string | undefined;
}

/** A button for each provider: forms of our own page, so that they also work without scripts. */
export function ProviderButtons({ action, providers, to }: ProviderButtonsProps) {
  return providers.map(({ key, label }) => (
    <form key={key} action={action}>
      <input type="hidden" name="key" value={key} />
      {to && <input type="hidden" name="to" value={to} />}
      <SubmitButton look="outlined">{label}</SubmitButton>
    </form>
  ));
}
