import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { Points } from "@/components/ui/points";
import { SubmitButton } from "@/components/ui/submit-button";
import { drawnFor } from "@/lib/auth/drawn-for";
import { findMember } from "@/lib/auth/guards";
import { noteEntry } from "@/lib/auth/portal-visit";
import { cityNow } from "@/lib/clock/city-now";
import { isToken } from "@/lib/codes/decide-scanned-text";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { peekAttempt } from "@/lib/limits/limits";
import type { FormState } from "@/lib/shared/form";
import { AmountInput } from "@/lib/spending/input";
import { findTill, getWallet } from "@/lib/spending/queries";
import { signInAction } from "./actions";
import { AmountForm } from "./amount-form";
import { quoteWait } from "./quote-wait";
import { TillClosed, TillHead, WrongShop } from "./till";

type Props = PageProps<"/s/[code]">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("spending");
  return { title: t("title"), robots: { index: false } };
}

/** What a shop's QR opens: which shop it is, then how much. */
export default async function TillPage({ params, searchParams }: Props) {
  const { code } = await params;
  await noteEntry(`/s/${code}`, await searchParams);
  const till = isToken(code) ? await findTill(code) : undefined;
  if (!till) notFound();
  if (till.revokedAt || till.closedAt)
    return <Closed reason={till.revokedAt ? "revoked_code" : "shop_closed"} till={till} />;
  const member = await findMember();
  if (!member) return <SignedOut token={code} till={till} />;
  const { balance } = await getWallet(member.accountId, await cityNow());
  if (balance === 0) return <NothingToSpend till={till} />;
  const { busy, points } = await searchParams;
  const earlier = keepAmount(code, points);
  const answered = busy === undefined ? earlier : await findWait(member.accountId, earlier);
  return (
    <ClientMessages names={["spending"]}>
      <AmountForm token={code} drawnFor={await drawnFor()} balance={balance} answered={answered}>
        <TillHead {...till} />
        <Balance balance={balance} />
      </AmountForm>
      <WrongShop />
    </ClientMessages>
  );
}

/** The amount of the check page that led back here, to be changed; whatever else stands in the address is left out. */
function keepAmount(token: string, points: unknown): FormState {
  const earlier = AmountInput.safeParse({ token, points });
  return earlier.success ? { values: { points: String(earlier.data.points) }, errors: [] } : null;
}

/** Whoever was sent back here from a check page is told why, as long as it is so. */
async function findWait(accountId: number, earlier: FormState): Promise<FormState> {
  const allowed = await peekAttempt("payment_quote", String(accountId));
  return allowed.ok ? earlier : quoteWait(allowed.retryAfterSeconds, earlier?.values);
}

type Till = NonNullable<Awaited<ReturnType<typeof findTill>>>;

async function Balance({ balance }: { balance: number }) {
  const t = await getTranslations("spending");
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-4">
      <span>{t("balance")}</span>
      <Points value={balance} size="large" />
    </p>
  );
}

async function SignedOut({ token, till }: { token: string; till: Till }) {
  const t = await getTranslations("spending");
  return (
    <ClientMessages>
      <TillHead {...till} />
      <form action={signInAction} className="flex flex-col gap-3">
        <p>{t("signIn")}</p>
        <input type="hidden" name="token" value={token} />
        <SubmitButton>{t("signInAct")}</SubmitButton>
      </form>
      <WrongShop />
    </ClientMessages>
  );
}

async function NothingToSpend({ till }: { till: Till }) {
  const t = await getTranslations("spending");
  return (
    <>
      <TillHead {...till} />
      <Balance balance={0} />
      <p>{t("amount.empty")}</p>
      <LinkButton href="/" look="outlined">
        {t("home")}
      </LinkButton>
    </>
  );
}

async function Closed({ reason, till }: { reason: "revoked_code" | "shop_closed"; till: Till }) {
  const t = await getTranslations("spending");
  return (
    <>
      <TillClosed title={t(`refusal.${reason}`)} text={t(`advice.${reason}`)} />
      <TillHead {...till} />
      <LinkButton href="/shops" look="outlined">
        {t("shops")}
      </LinkButton>
    </>
  );
}
