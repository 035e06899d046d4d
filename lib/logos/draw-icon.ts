import sharp from "sharp";

/** What an icon is drawn from: the city's own mark, or the river, the leaf and the coin in the city's colours. */
export type IconFacts = { primary: string; onPrimary: string; logo: Buffer | undefined };

/** `share`: how much of the square the mark may fill; phones cut the rest of a maskable icon away. */
export const icons = {
  "32.png": { side: 32, share: 1, ground: false },
  "180.png": { side: 180, share: 0.8, ground: true },
  "192.png": { side: 192, share: 1, ground: false },
  "512.png": { side: 512, share: 1, ground: false },
  "maskable.png": { side: 512, share: 0.66, ground: true },
} as const;
export type IconName = keyof typeof icons;

const VIEW = 64;

const drawMark = ({ primary, onPrimary }: IconFacts): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${VIEW} ${VIEW}" width="512" height="512">
<circle cx="32" cy="32" r="30" fill="${primary}"/><g fill="none" stroke="${onPrimary}" stroke-linecap="round">
<path d="M14 35c6-6 12-6 18 0s12 6 18 0" stroke-width="5"/><path d="M19 46c4.5-4.5 8.5-4.5 13 0s8.5 4.5 13 0" stroke-width="5"/></g>
<path d="M31 26c-7-2-9-8-7-13 6 1 9 6 7 13Zm3-1c0-6 3-10 9-10 1 6-2 10-9 10Z" fill="${onPrimary}"/></svg>`);

/** One icon as PNG. A logo of the city's stands on white, since nobody knows what it is drawn for. */
export async function drawIcon(name: IconName, facts: IconFacts): Promise<Buffer> {
  const { side, share, ground } = icons[name];
  const inner = Math.round(side * share);
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const mark = await sharp(facts.logo ?? drawMark(facts))
    .resize({ width: inner, height: inner, fit: "contain", background: clear })
    .png()
    .toBuffer();
  const background = ground ? (facts.logo ? "white" : facts.primary) : clear;
  return sharp({ create: { width: side, height: side, channels: 4, background } })
    .composite([{ input: mark, gravity: "centre" }])
    .png()
    .toBuffer();
}
