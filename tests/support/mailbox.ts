import type { Mail } from "../../db/demo/mailbox";

/** How long a mail may take, in milliseconds. */
const PATIENCE = 15_000;

async function listMails(mailbox: string, address: string): Promise<Mail[]> {
  const mails: Mail[] = await (await fetch(`${mailbox}/mails.json`)).json();
  return mails.filter((mail) => mail.to.includes(address));
}

/** How many mails the address has got so far: take it before an act, and wait for the next one. */
export const countMails = async (mailbox: string, address: string): Promise<number> =>
  (await listMails(mailbox, address)).length;

/** The newest mail to the address, once there are more than `after`. */
export async function waitForMail(mailbox: string, address: string, after = 0): Promise<Mail> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    const mails = await listMails(mailbox, address);
    if (mails[0] && mails.length > after) return mails[0];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No mail to ${address} has come.`);
}

/** The sign-in code, short or long, in the newest mail to the address. */
export async function waitForCode(mailbox: string, address: string, after = 0): Promise<string> {
  const mail = await waitForMail(mailbox, address, after);
  const code = /\b(\d{6}|\d{4} \d{4} \d{4})\b/.exec(`${mail.subject}\n${mail.text}`)?.[0];
  if (!code) throw new Error(`The mail to ${address} has no code: ${mail.text}`);
  return code;
}
