"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonLook, type ButtonSize, type ButtonTone, buttonClass } from "./button-style";

type NativeProps = Omit<ComponentProps<"button">, "type" | "className" | "style" | "disabled" | "onClick">;
interface SubmitButtonProps extends NativeProps {
  look?: ButtonLook;
  size?: ButtonSize;
  tone?: ButtonTone;
}

/**
 * Sends its form once; while the answer is under way it stays focusable, says so, and a second press does nothing.
 * A plain button: what react-aria announces for a pending one outlives it, as a picture without a name.
 */
export function SubmitButton(props: SubmitButtonProps) {
  const { look = "filled", size = "large", tone = "primary", children, ...rest } = props;
  const { pending } = useFormStatus();
  const t = useTranslations("ui");
  return (
    <button
      type="submit"
      {...rest}
      aria-disabled={pending || undefined}
      onClick={(press) => pending && press.preventDefault()}
      className={buttonClass(look, size, tone)}
    >
      {pending ? t("sending") : children}
    </button>
  );
}
