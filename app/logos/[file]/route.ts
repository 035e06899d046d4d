import { findLogo } from "@/lib/logos/queries";
import { isId } from "@/lib/shared/page";

/** A logo as it was drawn anew on its way in; its address never shows another one. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const id = file.replace(/\.png$/, "");
  const png = file.endsWith(".png") && isId(id) ? await findLogo(id) : undefined;
  if (!png) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(png), {
    headers: {
      "Content-Type": "image/png",
      "Content-Disposition": 'inline; filename="logo.png"',
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
