import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { freePort } from "../embedded";
import type { ShownCode } from "./totp-codes";

export type Mail = { to: string; from: string; subject: string; text: string; at: string };

export interface Mailbox {
  /** For the app's SMTP_URL. */
  smtpUrl: string;
  /** The page a person reads; `/mails.json` below it is the same for a program, newest first. */
  pageUrl: string;
  stop(): Promise<void>;
}

const KEPT = 200;
const page = readFileSync(new URL("./mailbox.html", import.meta.url), "utf8");

const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const entry = (mail: Mail) =>
  `<article><h2>${escapeHtml(mail.subject)}</h2><p>${escapeHtml(mail.to)} <time>${escapeHtml(mail.at)}</time></p><pre>${escapeHtml(mail.text)}</pre></article>`;

function startSmtp(mails: Mail[]): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        const to = [mail.to ?? []].flat().map((address) => address.text);
        const from = mail.from?.text ?? "";
        const at = new Date().toISOString();
        mails.unshift({ to: to.join(", "), from, subject: mail.subject ?? "", text: mail.text ?? "", at });
        mails.splice(KEPT);
        done();
      }, done);
    },
  });
}

const row = ({ name, email, code, seconds }: ShownCode) =>
  `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(email)}</td><td>${code}</td><td>${seconds}</td></tr>`;

const fill = (mails: Mail[], codes: ShownCode[]) =>
  page
    .replace("<!-- codes -->", () => codes.map(row).join("\n"))
    .replace('<section hidden="">', codes.length > 0 ? "<section>" : '<section hidden="">')
    .replace("<!-- mails -->", () => mails.map(entry).join("\n"));

function startPage(mails: Mail[], showCodes: () => ShownCode[]): Server {
  return createServer((request, response) => {
    const json = request.url === "/mails.json";
    const body = json ? JSON.stringify(mails) : fill(mails, showCodes());
    response.writeHead(200, {
      "content-type": json ? "application/json" : "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    });
    response.end(body);
  });
}

/**
 * A post office for one machine: takes every mail, delivers none, shows them all. `port` is the page's, if free. A demo shows what its staff's
 * authenticator apps show, too.
 */
export async function startMailbox(port = 0, showCodes: () => ShownCode[] = () => []): Promise<Mailbox> {
  const mails: Mail[] = [];
  const smtp = startSmtp(mails);
  const http = startPage(mails, showCodes);
  const [smtpPort, pagePort] = [await freePort(), await freePort(port)];
  await new Promise<void>((resolve) => smtp.listen(smtpPort, "127.0.0.1", resolve));
  await new Promise<void>((resolve) => http.listen(pagePort, "127.0.0.1", resolve));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    pageUrl: `http://localhost:${pagePort}`,
    stop: async () => {
      http.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(resolve)),
        new Promise((resolve) => http.close(resolve)),
      ]);
    },
  };
}
