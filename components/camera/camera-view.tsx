import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import { useTorch } from "./use-torch";

/** The picture with a frame to aim by; a light where the phone has one. */
export function CameraView({
  video,
  stream,
  onStop,
}: {
  video: RefObject<HTMLVideoElement | null>;
  stream: MediaStream;
  onStop: () => void;
}) {
  const t = useTranslations("scan.camera");
  const torch = useTorch(stream);
  return (
    <div className="flex flex-col gap-3">
      <div className="relative overflow-hidden rounded-16 bg-ground">
        <video ref={video} muted playsInline aria-label={t("view")} className="aspect-square w-full object-cover" />
        <div className="pointer-events-none absolute inset-8 rounded-12 border-4 border-white" aria-hidden="true" />
      </div>
      <div role="status" className="text-center">
        <p>{t("hold")}</p>
        {torch.isStuck && <p>{t("torchStuck")}</p>}
      </div>
      <div className="flex flex-wrap gap-3">
        {torch.toggle && <Button onPress={torch.toggle}>{torch.isLit ? t("torchOff") : t("torchOn")}</Button>}
        <Button onPress={onStop}>{t("stop")}</Button>
      </div>
    </div>
  );
}
