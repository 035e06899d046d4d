/** The three-step pictures of a poster, drawn with lines in a square of 100 units. */
export const PICTURE_VIEW = 100;

export type PictureName = "scan" | "tap" | "amount" | "done";

const phone = "M30 4h40a6 6 0 0 1 6 6v80a6 6 0 0 1-6 6H30a6 6 0 0 1-6-6V10a6 6 0 0 1 6-6ZM44 88h12";
const finder = (x: number, y: number) => `M${x} ${y}h13v13h-13ZM${x + 5} ${y + 5}h3v3h-3Z`;

/** Each picture in layers, the later ones covering the earlier. */
export const pictures: Record<PictureName, readonly string[]> = {
  /** A phone whose camera sees a QR code. */
  scan: [phone, `${finder(34, 28)}${finder(53, 28)}${finder(34, 47)}M54 48h4v4h-4ZM62 56h4v4h-4ZM54 60h3M63 47h3`],
  /** A finger on a button. */
  tap: [
    phone,
    "M34 30h32M34 42h20M34 54h32v16H34Z",
    "M56 66a5 5 0 0 1 10 0v14l16 5a7 7 0 0 1 5 8l-1 6H62L50 84a5 5 0 0 1 6-7Z",
  ],
  /** An amount on a phone, held out to somebody. */
  amount: [
    "M10 10h34a5 5 0 0 1 5 5v70a5 5 0 0 1-5 5H10a5 5 0 0 1-5-5V15a5 5 0 0 1 5-5Z",
    "M16 34h22M16 46h22M16 58h14M56 50h12M63 44l6 6-6 6",
    "M84 42a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM70 84V66a14 14 0 0 1 28 0v18",
  ],
  /** A tick. */
  done: ["M50 8a42 42 0 1 0 .1 0Z", "M28 52l16 16 30-34"],
};
