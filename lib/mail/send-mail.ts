import "server-only";
import { getTranslations } from "next-intl/server";
import nodemailer from "nodemailer";
import { env } from "@/lib/env";
import { isClosedTest } from "@/lib/ledger/current-book";
import { findCityLogo } from "@/lib/logos/queries";
import { getSettings } from "@/lib/settings/queries";
import { drawLetter } from "./draw-letter";

export type Letter = { to: string; subject: string; text: string };

/** A mail server that does not answer must not hold a request for long, in milliseconds. */
const PATIENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };

/** `こまポ <no-reply@…>` or an address alone: who sends is what the settings call the service, whatever was written beside the address. */
const senderAddress = (written: string): string => /<([^<>]+)>\s*$/.exec(written)?.[1] ?? written;

/**
 * Plain text to one address, given as one address and never as a list; while points are a test it says so, and below the city's own logo the
 * same text stands once more. Throws when the mail server did not take it.
 */
export async function sendMail(letter: Letter): Promise<void> {
  const transport = nodemailer.createTransport({
    url: env.SMTP_URL,
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { service_name } = await getSettings();
  const { to, subject, text } = (await isClosedTest()) ? await markAsTest(letter) : letter;
  await transport.sendMail({
    from: { name: service_name, address: senderAddress(env.MAIL_FROM) },
    to: { name: "", address: to },
    subject,
    text,
    ...drawLetter(text, await findCityLogo()),
    headers: { "Auto-Submitted": "auto-generated" },
  });
}

async function markAsTest({ to, subject, text }: Letter): Promise<Letter> {
  const t = await getTranslations("mail");
  return { to, subject: t("test.subject", { subject }), text: t("test.text", { text }) };
}
