import { useTranslations } from "next-intl";
import type { Trouble } from "@/components/camera/camera";
import { Notification } from "@/components/ui/notification";

type Phone = "ios" | "android" | "other";

function phone(): Phone {
  if (/iPhone|iPad|iPod/.test(navigator.userAgent)) return "ios";
  return /Android/.test(navigator.userAgent) ? "android" : "other";
}

/** What is the matter with the camera, and for this phone what can be done; the two other ways stand below it. */
export function CameraHelp({ trouble }: { trouble: Trouble }) {
  const t = useTranslations("scan");
  return (
    <Notification kind="warning" title={t(`trouble.${trouble}`)}>
      <p role="alert">{t(`troubleText.${trouble}`)}</p>
      {trouble === "refused" && <Steps phone={phone()} />}
    </Notification>
  );
}

function Steps({ phone }: { phone: Phone }) {
  const t = useTranslations("scan.steps");
  return (
    <>
      <p className="text-std-17B-170">{t(`${phone}.title`)}</p>
      <ol className="flex list-decimal flex-col gap-1 ps-6">
        <li>{t(`${phone}.one`)}</li>
        <li>{t(`${phone}.two`)}</li>
        <li>{t(`${phone}.three`)}</li>
      </ol>
    </>
  );
}
