import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What stands on the first page of a PDF: its text, and how many pictures are drawn. */
export async function readPdf(pdf: Uint8Array): Promise<{ text: string; images: number }> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const { fnArray } = await page.getOperatorList();
  await document.destroy();
  return {
    text: items.map((item) => ("str" in item ? item.str : "")).join(""),
    images: fnArray.filter((drawn) => drawn === OPS.paintImageXObject).length,
  };
}
