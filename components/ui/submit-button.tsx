"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, type MouseEvent, useEffect, useRef } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonLook, type ButtonSize, type ButtonTone, buttonClass } from "./button-style";

type NativeProps = Omit<ComponentProps<"button">, "type" | "className" | "style" | "disabled" | "onClick">;
interface SubmitButtonProps extends NativeProps {
  look?: ButtonLook;
  size?: ButtonSize;
  tone?: ButtonTone;
}

/** The second tap of a double tap comes before the form knows that the first has sent it; an unsure hand takes up to this long, in milliseconds. */
const DOUBLE_TAP_MS = 700;

/**
 * Sends its form once; while the answer is under way it stays focusable, says so, and a second press does nothing.
 * A plain button: what react-aria announces for a pending one outlives it, as a picture without a name.
 */
export function SubmitButton(props: SubmitButtonProps) {
  const { look = "filled", size = "large", tone = "primary", children, ...rest } = props;
  const { pending } = useFormStatus();
  const t = useTranslations("ui");
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (!pending) pressedAt.current = Number.NEGATIVE_INFINITY;
  }, [pending]);
  const press = (event: MouseEvent) => {
    if (pending || event.timeStamp - pressedAt.current < DOUBLE_TAP_MS) event.preventDefault();
    else pressedAt.current = event.timeStamp;
  };
  return (
    <button
      type="submit"
      {...rest}
      aria-disabled={pending || undefined}
      onClick={press}
      className={buttonClass(look, size, tone)}
    >
      {pending ? t("sending") : children}
    </button>
  );
}
