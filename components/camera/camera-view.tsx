import { useTranslations } from "next-intl";
import { type RefObject, useId } from "react";
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
  const hold = useId();
  return (
    <div className="flex flex-col gap-3">
      <div className="relative overflow-hidden rounded-16 bg-ground">
        <video ref={video} muted playsInline aria-label={t("view")} className="aspect-square w-full object-cover" />
        <div className="pointer-events-none absolute inset-8 rounded-12 border-4 border-white" aria-hidden="true" />
      </div>
      <p id={hold} className="text-center">
        {t("hold")}
      </p>
      <div role="status" className="text-center">
        {torch.isStuck && <p>{t("torchStuck")}</p>}
      </div>
      <div className="flex flex-wrap gap-3">
        {torch.toggle && <Button onPress={torch.toggle}>{torch.isLit ? t("torchOff") : t("torchOn")}</Button>}
        {/* The button that started it had the focus and is gone: whoever listens hears here that the camera runs. */}
        <Button autoFocus aria-describedby={hold} onPress={onStop}>
          {t("stop")}
        </Button>
      </div>
    </div>
  );
}
