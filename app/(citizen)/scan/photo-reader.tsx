"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { drawPicture } from "@/components/camera/camera";
import { loadQrReader } from "@/components/camera/read-qr";
import { controlClass } from "@/components/ui/control-style";

/** A photo has the code somewhere in it, so it is looked at sharper than a frame of the camera. */
const PHOTO_LONG_SIDE = 2_000;

type Outcome = "reading" | "none" | "broken" | "decoder";

/** Resolves to the text of the photo's code, or to why there is none. */
async function readPhoto(file: File): Promise<{ text: string } | { outcome: Outcome }> {
  const photo = await createImageBitmap(file).catch(() => undefined);
  if (!photo) return { outcome: "broken" };
  const canvas = document.createElement("canvas");
  drawPicture(canvas, photo, photo.width, photo.height, PHOTO_LONG_SIDE);
  photo.close();
  try {
    const text = await (await loadQrReader())(canvas);
    return text ? { text } : { outcome: "none" };
  } catch {
    // No decoder starts here: another photo would not help.
    return { outcome: "decoder" };
  }
}

/** The way without a camera: a picture of the code, read on the phone and sent nowhere. */
export function PhotoReader({ onText }: { onText: (text: string) => void }) {
  const t = useTranslations("scan.photo");
  const [outcome, setOutcome] = useState<Outcome>();
  const read = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const file = input.files?.[0];
    if (!file) return;
    setOutcome("reading");
    const answer = await readPhoto(file);
    setOutcome("outcome" in answer ? answer.outcome : undefined);
    if ("text" in answer) onText(answer.text);
    input.value = "";
  };
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-std-22B-150">{t("title")}</h2>
      <label htmlFor="photo" className="text-std-17B-170">
        {t("choose")}
      </label>
      <p id="photo-support" className="text-std-16N-170 text-quiet">
        {t("text")}
      </p>
      <input
        id="photo"
        type="file"
        accept="image/*"
        aria-describedby="photo-support"
        onChange={read}
        className={controlClass("full")}
      />
      <p role="status">{outcome && t(outcome)}</p>
    </section>
  );
}
