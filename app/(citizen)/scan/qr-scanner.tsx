"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { CameraView } from "@/components/camera/camera-view";
import { useCamera } from "@/components/camera/use-camera";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notification } from "@/components/ui/notification";
import { decideScannedText, type ScanRefusal } from "@/lib/codes/decide-scanned-text";
import { CameraHelp } from "./camera-help";
import { PhotoReader } from "./photo-reader";

type Answer = { kind: "opening" } | { kind: "refused"; reason: ScanRefusal; host: string };

/** Host of an address, for the eye only: it is never opened. */
function hostOf(text: string): string {
  return URL.canParse(text) ? new URL(text).host : "";
}

/** Opens the page of one of our own codes; whatever else a QR said is only answered. */
function useFollow(origin: string) {
  const router = useRouter();
  const [answer, setAnswer] = useState<Answer>();
  const follow = useCallback(
    (text: string) => {
      const decided = decideScannedText(text, origin);
      if (!decided.ok) return setAnswer({ kind: "refused", reason: decided.reason, host: hostOf(text) });
      setAnswer({ kind: "opening" });
      router.push(decided.value);
    },
    [origin, router],
  );
  return { answer, follow, forget: () => setAnswer(undefined) };
}

/** Camera and photo: both end in a text. */
export function QrScanner({ origin }: { origin: string }) {
  const t = useTranslations("scan");
  const video = useRef<HTMLVideoElement>(null);
  const { answer, follow, forget } = useFollow(origin);
  const { state, start, stop } = useCamera(video, follow);
  const look = () => {
    forget();
    start();
  };
  return (
    <>
      <ScanAnswer answer={answer} />
      {state.kind === "trouble" && <CameraHelp trouble={state.trouble} />}
      <section className="flex flex-col gap-3">
        <h2 className="text-std-22B-150">{t("camera.title")}</h2>
        {state.kind === "on" ? (
          <CameraView video={video} stream={state.stream} onStop={stop} />
        ) : (
          <>
            <p>{t("camera.text")}</p>
            {/* Not isPending: what that announces names the button, which is gone when the camera runs. */}
            <Button look="filled" size="large" onPress={look}>
              <Icon name="camera" />
              {state.kind === "starting" ? t("camera.starting") : t("camera.start")}
            </Button>
          </>
        )}
      </section>
      <PhotoReader onText={follow} />
    </>
  );
}

function ScanAnswer({ answer }: { answer: Answer | undefined }) {
  const t = useTranslations("scan");
  if (!answer) return null;
  if (answer.kind === "opening") return <Notification kind="success" title={t("camera.found")} />;
  const { reason, host } = answer;
  return (
    <Notification kind="warning" title={t(`refusal.${reason}`)}>
      <p role="alert">{t(`refusalText.${reason}`, { host: host || t("unknownHost") })}</p>
    </Notification>
  );
}
