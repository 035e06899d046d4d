import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LegalLinks } from "@/components/citizen/legal-links";
import { Card } from "@/components/ui/card";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { Phrases } from "@/components/ui/phrases";
import { getSettings } from "@/lib/settings/queries";

const questions = ["earn", "spend", "camera", "again", "mistake", "expiry", "signin"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("help");
  return { title: t("title") };
}

async function Contact() {
  const t = await getTranslations("help.contact");
  const { contact_phone } = await getSettings();
  return (
    <Card as="section">
      <SectionHeading text={t("title")} />
      <p>{t("name")}</p>
      <p>
        <a
          href={`tel:${contact_phone.replace(/[^\d+]/g, "")}`}
          className="inline-flex min-h-11 items-center text-std-28B-150 text-link tabular-nums underline underline-offset-4"
        >
          {contact_phone}
        </a>
      </p>
      <p>{t("hours")}</p>
      <p className="text-std-16N-170 text-quiet">{t("note")}</p>
    </Card>
  );
}

export default async function HelpPage() {
  const t = await getTranslations("help");
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <Contact />
      <SectionHeading text={t("questions.title")} />
      <div className="flex flex-col">
        {questions.map((question) => (
          <details key={question} className="border-b border-line first:border-t">
            <summary className="min-h-14 cursor-pointer py-4 text-std-17B-170">
              <Phrases text={t(`questions.${question}.q`)} />
            </summary>
            <p className="pb-6">{t(`questions.${question}.a`)}</p>
          </details>
        ))}
      </div>
      <LegalLinks />
    </>
  );
}
