import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireHolder } from "@/lib/auth/guards";
import { cityNow } from "@/lib/clock/city-now";
import { findReceipt } from "@/lib/history/queries";
import { isId } from "@/lib/shared/page";
import { decideLiveScreen } from "@/lib/spending/decide-live-screen";
import { isLiveScreenOf } from "../live-cookie";
import { EarnReceipt } from "./earn-receipt";
import { GreyReceipt } from "./grey-receipt";
import { LivePayment } from "./live-payment";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receipts");
  return { title: t("page") };
}

/** One entry of the ledger, for its owner. Right after a payment, and only then, it is the screen that the clerk trusts. */
export default async function ReceiptPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { accountId } = await requireHolder("view", `/receipts/${id}`);
  const receipt = isId(id) ? await findReceipt(id, accountId) : undefined;
  if (!receipt) notFound();
  const { already, done, live } = await searchParams;
  if (receipt.kind === "grant") return <EarnReceipt receipt={receipt} isAgain={already !== undefined} />;
  if (receipt.kind !== "spend") return <GreyReceipt receipt={receipt} />;
  const cameFromPayment = live !== undefined && (await isLiveScreenOf(id));
  const at = await cityNow();
  const screen = decideLiveScreen({ recordedAt: receipt.recordedAt, cameFromPayment }, at);
  if (screen === "live") return <LivePayment receipt={receipt} at={at} />;
  return <GreyReceipt receipt={receipt} isDone={done !== undefined} />;
}
