const LOGO = "logo";

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The letter below the city's logo, which travels with it: nothing is fetched when it is read, and there is no link. Without a logo it is text alone. */
export function drawLetter(text: string, logo: Buffer | undefined) {
  if (!logo) return {};
  const picture = `<img src="cid:${LOGO}" alt="" width="64" style="display:block;margin-bottom:16px">`;
  const body = `<div style="white-space:pre-wrap">${escapeHtml(text)}</div>`;
  return {
    html: picture + body,
    attachments: [{ cid: LOGO, filename: "logo.png", content: logo, contentType: "image/png" }],
  };
}
