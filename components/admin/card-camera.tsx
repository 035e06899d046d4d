"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { CameraView } from "@/components/camera/camera-view";
import { useCamera } from "@/components/camera/use-camera";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notification } from "@/components/ui/notification";

/** Reads a member's card with the computer's own camera; needs the messages `members` and `scan`. */
export function CardCamera({ onText }: { onText: (text: string) => void }) {
  const [t, ts] = [useTranslations("members.camera"), useTranslations("scan.trouble")];
  const video = useRef<HTMLVideoElement>(null);
  const { state, start, stop } = useCamera(video, onText);
  if (state.kind === "on") {
    return (
      <div className="max-w-md">
        <CameraView video={video} stream={state.stream} onStop={stop} />
      </div>
    );
  }
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      {state.kind === "trouble" && (
        <Notification kind="warning" title={ts(state.trouble)}>
          <p role="alert">{t("other")}</p>
        </Notification>
      )}
      <div>
        {/* Not isPending: what that announces names the button, which is gone when the camera runs. */}
        <Button onPress={start}>
          <Icon name="camera" />
          {t(state.kind === "starting" ? "starting" : "start")}
        </Button>
      </div>
    </div>
  );
}
