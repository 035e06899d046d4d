import type { Route } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Icon, type IconName } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { NavPending } from "@/components/ui/nav-pending";
import { Phrases } from "@/components/ui/phrases";
import { Points } from "@/components/ui/points";
import { formatCityDate } from "@/lib/shared/city-time";
import { getWallet } from "@/lib/spending/queries";
import { SuspensionNotice } from "./suspension-notice";

type Props = { accountId: number; at: Date; isLeaving: boolean };

/** What a member has, what of it ends next, and, but for who is leaving, the two verbs. */
export async function Balance({ accountId, at, isLeaving }: Props) {
  const t = await getTranslations("home");
  const { balance, ending, ended, isSuspended } = await getWallet(accountId, at);
  return (
    <section className="flex flex-col gap-4">
      {isSuspended && <SuspensionNotice />}
      <div className="flex flex-col gap-1 rounded-16 border-2 border-primary p-4">
        <h1 className="text-std-17B-170">{t("balance")}</h1>
        <p className="text-primary">
          <Points value={balance} size="hero" />
        </p>
        {ending && <Line text={t("ending", { day: formatCityDate(ending.on), points: ending.points })} />}
        {ended > 0 && <Line text={t("ended", { points: ended })} />}
        {!ending && ended === 0 && <Line text={t("nothingEnding")} />}
        <p className="flex min-h-11 items-center">
          <TextLink href="/history">{t("history")}</TextLink>
        </p>
      </div>
      {!isLeaving && (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-3">
          <Verb href="/scan" icon="scan" word={t("earn")} text={t("earnText")} look="bg-primary text-on-primary" />
          <Verb href="/shops" icon="shop" word={t("spend")} text={t("spendText")} look="bg-white text-primary" />
        </div>
      )}
    </section>
  );
}

/** A figure is not torn from its unit. */
const Line = ({ text }: { text: string }) => (
  <p>
    <Phrases text={text} />
  </p>
);

interface VerbProps {
  href: Route;
  icon: IconName;
  word: string;
  text: string;
  look: string;
}

function Verb({ href, icon, word, text, look }: VerbProps) {
  return (
    <Link
      href={href}
      className={`relative flex min-h-28 flex-col items-center justify-center gap-1 rounded-16 border-2 border-primary overflow-hidden p-3 text-center ${look}`}
    >
      <Icon name={icon} className="size-8" />
      <span className="text-std-22B-150">{word}</span>
      <span className="text-std-16N-170">
        <Phrases text={text} />
      </span>
      <NavPending />
    </Link>
  );
}
