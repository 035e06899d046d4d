import { useTranslations } from "next-intl";
import { TextField, type TextFieldProps } from "./text-field";

/** A time of day as one typed field, "09:30". Full-width digits and "930" are read too. */
export function TimeField({ support, ...rest }: Omit<TextFieldProps, "type" | "width">) {
  const t = useTranslations("ui");
  return <TextField autoComplete="off" {...rest} support={support ?? t("timeExample")} width="short" />;
}
