import "server-only";
import nodemailer from "nodemailer";
import { env } from "@/lib/env";

export type Letter = { to: string; subject: string; text: string };

/** A mail server that does not answer must not hold a request for long, in milliseconds. */
const PATIENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };

/** Plain text to one address, given as one address and never as a list. Throws when the mail server did not take it. */
export async function sendMail({ to, subject, text }: Letter): Promise<void> {
  const transport = nodemailer.createTransport({
    url: env.SMTP_URL,
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  await transport.sendMail({
    from: env.MAIL_FROM,
    to: { name: "", address: to },
    subject,
    text,
    headers: { "Auto-Submitted": "auto-generated" },
  });
}
