"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "@/components/ui/button";
import { useSecondsLeft, WARNING } from "./use-seconds-left";

/** Nothing of the console stays on a screen that nobody looks at. */
const leave = () => window.location.assign("/admin/sign-in?ended=1");

/** Asks a minute and a half before a session ends whether to go on; works by keyboard alone and beside other tabs. */
export function IdleWatch({ keep }: { keep: () => Promise<number> }) {
  const t = useTranslations("idle");
  const [left, setLeft] = useSecondsLeft(leave);
  const [isFinal, setFinal] = useState(false);
  const [isHidden, setHidden] = useState(false);
  const isNear = left !== undefined && left <= WARNING;
  async function goOn() {
    const seconds = await keep();
    setLeft(seconds);
    // Kept, and still near its end: the eight hours are over.
    setFinal(seconds <= WARNING);
  }
  return (
    <ModalOverlay
      isOpen={isNear && !isHidden}
      onOpenChange={(isOpen) => setHidden(!isOpen)}
      className="fixed inset-0 z-30 flex items-center justify-center bg-opacity-gray-600 p-4"
    >
      <Modal className="max-h-full w-full max-w-lg overflow-y-auto rounded-16 bg-white shadow-4">
        <Dialog role="alertdialog" className="flex flex-col gap-6 p-6">
          <Heading slot="title" className="text-std-22B-150">
            {t("title")}
          </Heading>
          <p>{t(isFinal ? "final" : "text")}</p>
          {isFinal ? (
            <Button autoFocus onPress={() => setHidden(true)}>
              {t("close")}
            </Button>
          ) : (
            <Button look="filled" autoFocus onPress={goOn}>
              {t("keep")}
            </Button>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
