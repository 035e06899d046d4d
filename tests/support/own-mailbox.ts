import { afterAll } from "vitest";
import { startMailbox } from "../../db/demo/mailbox";

// Imported first by a test that reads mails: the settings in the environment are read once, with the first connection.
const mailbox = await startMailbox();
process.env.SMTP_URL = mailbox.smtpUrl;
process.env.TEST_MAILBOX = mailbox.pageUrl;
afterAll(() => mailbox.stop());
