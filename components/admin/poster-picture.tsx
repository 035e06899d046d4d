import type { Shape } from "@/lib/codes/draw-shapes";

type Props = {
  page: { x?: number; y?: number; width: number; height: number };
  shapes: readonly Shape[];
  label: string;
};

/** The poster as a picture: the very shapes that are printed, each line as wide as on paper whatever the screen's font. */
export function PosterPicture({ page, shapes, label }: Props) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${page.x ?? 0} ${page.y ?? 0} ${page.width} ${page.height}`}
      className="h-auto w-full max-w-2xl border border-line bg-white"
    >
      {shapes.map((shape) => (
        <PosterShape key={keyOf(shape)} shape={shape} />
      ))}
    </svg>
  );
}

/** What a shape is and where; a picture's bytes are too many for a key. */
const keyOf = (shape: Shape): string =>
  shape.kind === "image" ? `image ${shape.x} ${shape.y}` : JSON.stringify(shape);

function PosterShape({ shape }: { shape: Shape }) {
  if (shape.kind === "image") {
    const { x, y, width, height, png } = shape;
    return <image {...{ x, y, width, height }} href={`data:image/png;base64,${png.toString("base64")}`} />;
  }
  const paint = { fill: shape.kind === "text" ? shape.colour : (shape.fill ?? "none") };
  if (shape.kind === "text") {
    return (
      <text
        x={shape.x}
        y={shape.y}
        fontSize={shape.size}
        fontWeight={shape.bold ? 700 : 400}
        textLength={shape.width}
        lengthAdjust="spacingAndGlyphs"
        {...paint}
      >
        {shape.text}
      </text>
    );
  }
  if (shape.kind === "box") {
    const { x, y, width, height, radius, stroke } = shape;
    return (
      <rect {...{ x, y, width, height }} rx={radius} stroke={stroke?.colour} strokeWidth={stroke?.width} {...paint} />
    );
  }
  return (
    <path
      d={shape.path}
      transform={`translate(${shape.x} ${shape.y}) scale(${shape.side / shape.view})`}
      stroke={shape.stroke?.colour}
      strokeWidth={shape.stroke?.width}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...paint}
    />
  );
}
