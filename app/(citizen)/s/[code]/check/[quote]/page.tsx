import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";
import { Points } from "@/components/ui/points";
import { SubmitButton } from "@/components/ui/submit-button";
import { drawnFor } from "@/lib/auth/drawn-for";
import { requireHolder } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { isToken } from "@/lib/codes/decide-scanned-text";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { formatCityClock } from "@/lib/shared/city-time";
import { isId } from "@/lib/shared/page";
import { type CheckState, decideCheck } from "@/lib/spending/decide-check";
import { findCheck } from "@/lib/spending/queries";
import { quoteAgainAction } from "./actions";
import { Countdown } from "./countdown";
import { PayForm } from "./pay-form";

type Props = { params: Promise<{ code: string; quote: string }> };
type Check = NonNullable<Awaited<ReturnType<typeof findCheck>>>;
type Shown = { check: Check; token: string };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("spending.check");
  return { title: t("title") };
}

/** What the clerk is shown before anything is paid: shop and amount, both locked on the server. */
export default async function CheckPage({ params }: Props) {
  const { code: token, quote } = await params;
  const { memberId } = await requireHolder("spend", `/s/${token}`);
  const check = isToken(token) && isId(quote) ? await findCheck({ quoteId: quote, token, memberId }) : undefined;
  if (!check) notFound();
  const at = await cityNow();
  const state = decideCheck(check, at);
  if (state === "paid") redirect(`/receipts/${check.paidBy}?done`);
  if (state !== "open") return <Ended check={check} token={token} reason={state} />;
  return <Open check={check} token={token} quote={quote} leftMs={check.expiresAt.getTime() - at.getTime()} />;
}

async function Open({ check, token, quote, leftMs }: Shown & { quote: string; leftMs: number }) {
  const t = await getTranslations("spending.check");
  return (
    <ClientMessages names={["spending"]}>
      <PageHeading text={t("show")} />
      <div className="flex flex-col gap-2 rounded-16 border-4 border-primary p-4 text-center">
        <p className="text-std-28B-150">{check.shopName}</p>
        <p className="text-std-16N-170 text-quiet">{check.address}</p>
        <p className="text-primary">
          <Points value={check.points} size="hero" />
        </p>
        <Countdown leftMs={leftMs} />
        <p className="text-std-16N-170 text-quiet">{t("until", { time: formatCityClock(check.expiresAt) })}</p>
      </div>
      <PayForm
        token={token}
        quote={quote}
        drawnFor={await drawnFor()}
        act={t("pay", { points: check.points })}
        note={t("once")}
      />
      <p>{t("after", { points: check.balance - check.points })}</p>
      <LinkButton href={`/s/${token}?points=${check.points}`} look="outlined">
        {t("change")}
      </LinkButton>
    </ClientMessages>
  );
}

async function Ended({ check, token, reason }: Shown & { reason: Exclude<CheckState, "open" | "paid"> }) {
  const t = await getTranslations("spending");
  const mayRepeat = reason === "quote_closed" || reason === "quote_expired";
  const canRepeat = mayRepeat && check.points <= check.balance;
  return (
    <ClientMessages>
      <Notification kind="warning" title={t(`refusal.${reason}`)}>
        <p>{t(`advice.${reason}`, { balance: check.balance })}</p>
      </Notification>
      <PageHeading text={check.shopName}>
        <Points value={check.points} size="large" />
      </PageHeading>
      {canRepeat && (
        <form action={quoteAgainAction}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="points" value={check.points} />
          <input type="hidden" name="drawnFor" value={await drawnFor()} />
          <SubmitButton>{t("check.again")}</SubmitButton>
        </form>
      )}
      <LinkButton href={`/s/${token}?points=${check.points}`} look="outlined">
        {t("check.change")}
      </LinkButton>
      <LinkButton href="/history" look="text">
        {t("check.history")}
      </LinkButton>
    </ClientMessages>
  );
}
