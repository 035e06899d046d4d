import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readSent, type Sent } from "@/components/admin/address";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { findBudget } from "@/lib/programmes/queries";
import { isId } from "@/lib/shared/page";
import { findRedone } from "../../../approvals/find-redone";
import { setBudgetAction } from "./actions";
import { BudgetForm } from "./budget-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes.budget");
  return { title: t("title") };
}

type Props = { params: Promise<{ id: string }>; searchParams: Sent };

export default async function BudgetPage({ params, searchParams }: Props) {
  const { staffId, scope } = await requirePermission("programme.write");
  const { id } = await params;
  const found = isId(id) ? await findBudget(id, scope) : undefined;
  if (!found) notFound();
  const { follows } = await readSent(searchParams);
  const redone = await findRedone(follows, "set_programme_budget", staffId);
  const t = await getTranslations("programmes.budget");
  return (
    <ClientMessages names={["programmes", "approvals"]}>
      <div>
        <BackLink href={`/admin/programmes/${id}`} />
      </div>
      <BudgetForm send={setBudgetAction} id={id} budget={found.budget} used={found.used} values={redone?.values ?? {}}>
        <PageHeading text={t("title")}>
          <p>{found.name}</p>
          {redone && <p>{t("sentBack", { note: redone.note })}</p>}
        </PageHeading>
      </BudgetForm>
    </ClientMessages>
  );
}
