import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";

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
  return (
    <div className="flex flex-col gap-3">
      <div className="relative overflow-hidden rounded-16 bg-ground">
        <video ref={video} muted playsInline aria-label={t("view")} className="aspect-square w-full object-cover" />
        <div className="pointer-events-none absolute inset-8 rounded-12 border-4 border-white" aria-hidden="true" />
      </div>
      <p role="status" className="text-center">
        {t("hold")}
      </p>
      <div className="flex flex-wrap gap-3">
        <Torch stream={stream} />
        <Button onPress={onStop}>{t("stop")}</Button>
      </div>
    </div>
  );
}

type TorchSettings = { torch?: boolean };

function Torch({ stream }: { stream: MediaStream }) {
  const t = useTranslations("scan.camera");
  const [isLit, setIsLit] = useState(false);
  const track = stream.getVideoTracks()[0];
  const canLight = (track?.getCapabilities?.() as TorchSettings | undefined)?.torch === true;
  if (!track || !canLight) return null;
  const toggle = async () => {
    await track.applyConstraints({ advanced: [{ torch: !isLit } as MediaTrackConstraintSet] });
    setIsLit(!isLit);
  };
  return <Button onPress={toggle}>{isLit ? t("torchOff") : t("torchOn")}</Button>;
}
