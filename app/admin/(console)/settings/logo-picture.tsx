import Image from "next/image";
import { useTranslations } from "next-intl";

/** A kept logo, in use or not. */
export function LogoPicture({ id }: { id: string }) {
  const t = useTranslations("settings.logo");
  return (
    <Image
      src={`/logos/${id}.png`}
      alt={t("label")}
      width={96}
      height={96}
      unoptimized
      className="size-24 border border-line bg-white object-contain p-1"
    />
  );
}
