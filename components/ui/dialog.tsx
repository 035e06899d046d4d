"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button, type ButtonProps } from "./button";

export interface DialogProps {
  /** Words and look of the button that opens it. */
  trigger: ReactNode;
  triggerLook?: Pick<ButtonProps, "look" | "size" | "tone">;
  title: string;
  /** What is said and the form that acts; the way out is added below it. */
  children: ReactNode;
}

/** Asks once more before an act. Needs scripts: an act that must work without them gets a check page instead. */
export function Dialog({ trigger, triggerLook, title, children }: DialogProps) {
  const t = useTranslations("ui");
  return (
    <DialogTrigger>
      <Button {...triggerLook}>{trigger}</Button>
      <ModalOverlay
        isDismissable
        className="fixed inset-0 z-30 flex items-center justify-center bg-opacity-gray-600 p-4"
      >
        <Modal className="max-h-full w-full max-w-lg overflow-y-auto rounded-16 bg-white shadow-4">
          <AriaDialog className="flex flex-col gap-6 p-6">
            <Heading slot="title" className="text-std-22B-150">
              {title}
            </Heading>
            {children}
            <Button slot="close" look="text">
              {t("close")}
            </Button>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
