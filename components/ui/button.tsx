"use client";

import type { ComponentProps, ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { type ButtonLook, type ButtonSize, type ButtonTone, buttonClass } from "./button-style";

type AriaProps = ComponentProps<typeof AriaButton>;
export interface ButtonProps extends Omit<AriaProps, "className" | "style" | "children" | "isDisabled"> {
  children: ReactNode;
  look?: ButtonLook;
  size?: ButtonSize;
  tone?: ButtonTone;
}

/** A button that is never disabled: what cannot be done is said when it is pressed. */
export function Button({ look = "outlined", size = "medium", tone = "primary", children, ...rest }: ButtonProps) {
  return (
    <AriaButton type="button" {...rest} className={buttonClass(look, size, tone)}>
      {children}
    </AriaButton>
  );
}
