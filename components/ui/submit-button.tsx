"use client";

import { useTranslations } from "next-intl";
import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** Sends its form once; while the answer is under way it stays focusable, says so, and a second press does nothing. */
export function SubmitButton({ look = "filled", size = "large", children, ...rest }: Omit<ButtonProps, "type">) {
  const { pending } = useFormStatus();
  const t = useTranslations("ui");
  return (
    <Button type="submit" look={look} size={size} isPending={pending} {...rest}>
      {pending ? t("sending") : children}
    </Button>
  );
}
