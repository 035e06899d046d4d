import { drawCityIcon } from "@/lib/logos/city-icon";
import { type IconName, icons } from "@/lib/logos/draw-icon";

const isIcon = (file: string): file is IconName => file in icons;

/** The app's icons in the city's colours, or of its own mark. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  if (!isIcon(file)) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(await drawCityIcon(file)), {
    headers: { "Content-Type": "image/png", "Cache-Control": "public, max-age=60" },
  });
}
