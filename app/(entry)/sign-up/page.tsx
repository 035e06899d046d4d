import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LegalReading } from "@/components/citizen/legal-links";
import { PageHeading } from "@/components/ui/page-heading";
import { findBrowserHash } from "@/lib/auth/browser";
import { findSignInUnderWay } from "@/lib/auth/find-attempt";
import { requireSignedIn } from "@/lib/auth/guards";
import { openResume } from "@/lib/auth/resume";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { isClosedTest } from "@/lib/ledger/current-book";
import { findNewestVersions } from "@/lib/legal/queries";
import { SignUpForm } from "./sign-up-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("joining.signUp");
  return { title: t("title") };
}

async function hasWaitingClaim(): Promise<boolean> {
  const browserHash = await findBrowserHash();
  return (browserHash && (await findSignInUnderWay("member", browserHash, await cityNow())))?.hasClaim ?? false;
}

/** The one time that a new member is asked something: whoever has answered goes on to where they were going. */
export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const { owed } = await requireSignedIn();
  const { to: asked } = await searchParams;
  const sealed = typeof asked === "string" ? asked : undefined;
  const goal = openResume(sealed);
  if (owed !== "sign_up") redirect((goal ?? "/") as Route);
  const [t, seen, hasClaim, asksInvitation] = await Promise.all([
    getTranslations("joining.signUp"),
    findNewestVersions(),
    hasWaitingClaim(),
    isClosedTest(),
  ]);
  return (
    <ClientMessages names={["joining", "invitations"]}>
      <SignUpForm
        to={goal && sealed}
        seen={seen}
        asksInvitation={asksInvitation}
        reading={
          <div>
            <p>{t("read")}</p>
            <LegalReading />
          </div>
        }
      >
        <PageHeading text={t("title")}>
          {hasClaim && <p className="text-std-17B-170">{t("claim")}</p>}
          <p>{t("lead")}</p>
        </PageHeading>
      </SignUpForm>
    </ClientMessages>
  );
}
