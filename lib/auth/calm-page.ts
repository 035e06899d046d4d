import { ja } from "@/lib/i18n/catalogue";
import { fillNames, type Names } from "@/lib/i18n/fill-names";

let contact: string | undefined;

/** Keeps the sentence with the telephone number for a time when the settings cannot be read. */
export function keepContact(names: Names): void {
  contact = fillNames(ja.errors, names).contact;
}

const plain = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** The sentence's own marks: a number that can be pressed, and hours as they are. */
const linked = (line: string): string =>
  plain(line)
    .replace(/&#60;phone&#62;(.*?)&#60;\/phone&#62;/, (_, number: string) => {
      return `<a href="tel:${number.replace(/[^\d+]/g, "")}">${number}</a>`;
    })
    .replace(/&#60;\/?hours&#62;/g, "");

/**
 * What a person is shown when a page fails: whole without a script, without the database, and without Next, whose own page for this is empty
 * until its scripts have run. `number` finds the fault in the log.
 */
export function calmPage(status: number, number: string): string {
  const { title, text } = status === 503 ? ja.errors.global : ja.errors;
  const { ledger, retry } = ja.errors.global;
  const lines = [text, ledger, contact].filter((line) => line !== undefined);
  return [
    `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">`,
    `<title>${plain(title)}</title><link rel="stylesheet" href="/calm.css"></head>`,
    `<body><main><h1>${plain(title)}</h1>`,
    ...lines.map((line) => `<p>${linked(line)}</p>`),
    // An empty address asks again for the page that was asked for, its query included, and never repeats a form.
    `<p><a class="retry" href="">${plain(retry)}</a></p><p><a href="/">${plain(ja.errors.home)}</a></p>`,
    `<p class="number">${plain(ja.errors.number.replace("{id}", number))}</p></main></body></html>`,
  ].join("");
}
