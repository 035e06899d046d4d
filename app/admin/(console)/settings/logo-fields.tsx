import { useTranslations } from "next-intl";
import { controlClass } from "@/components/ui/control-style";
import { describedBy, FieldFrame } from "@/components/ui/field";
import { LogoPicture } from "./logo-picture";

/** The logo now, another one in its place, or none. */
export function LogoFields({ logoId, error }: { logoId: string; error: string | undefined }) {
  const t = useTranslations("settings.logo");
  const support = t("support");
  return (
    <>
      <input type="hidden" name="logo_id" value={logoId} />
      <FieldFrame name="logo" label={t("label")} requirement="optional" support={support} error={error}>
        {logoId && <LogoPicture id={logoId} />}
        <input
          type="file"
          id="logo"
          name="logo"
          accept="image/png,image/jpeg,image/webp"
          {...describedBy("logo", { support, error })}
          className={controlClass("full")}
        />
      </FieldFrame>
      {logoId && (
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" name="without_logo" value="yes" className="size-6" />
          {t("without")}
        </label>
      )}
    </>
  );
}
