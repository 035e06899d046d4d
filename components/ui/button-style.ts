export type ButtonLook = "filled" | "outlined" | "text";
export type ButtonSize = "large" | "medium" | "small";
export type ButtonTone = "primary" | "danger";

const looks: Record<ButtonTone, Record<ButtonLook, string>> = {
  primary: {
    filled: "bg-primary text-on-primary border-primary hover:bg-primary-strong hover:border-primary-strong",
    outlined: "bg-white text-primary border-primary hover:bg-primary-soft",
    text: "border-transparent text-primary underline underline-offset-4 hover:bg-primary-soft hover:decoration-3",
  },
  danger: {
    filled: "bg-error-2 text-white border-error-2 hover:bg-red-1000 hover:border-red-1000",
    outlined: "bg-white text-error-2 border-error-2 hover:bg-red-50",
    text: "border-transparent text-error-2 underline underline-offset-4 hover:bg-red-50 hover:decoration-3",
  },
};

const sizes: Record<ButtonSize, string> = {
  large: "min-h-14 w-full px-6 py-3 text-std-18B-160",
  medium: "min-h-12 min-w-24 px-4 py-2 text-std-16B-170",
  small: "min-h-11 min-w-18 px-3 py-1 text-std-16B-170",
};

/** What buttons and links that look like buttons share; 44 CSS px is the least height of any of them. */
export function buttonClass(look: ButtonLook, size: ButtonSize, tone: ButtonTone): string {
  const shape = "phrases inline-flex items-center justify-center gap-2 rounded-8 border-2 text-center cursor-pointer";
  return `${shape} aria-disabled:opacity-60 aria-disabled:cursor-progress ${sizes[size]} ${looks[tone][look]}`;
}
