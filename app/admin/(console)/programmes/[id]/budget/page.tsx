import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requirePermission } from "@/lib/auth/guards";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { findBudget } from "@/lib/programmes/queries";
import { isId } from "@/lib/shared/page";
import { setBudgetAction } from "./actions";
import { BudgetForm } from "./budget-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes.budget");
  return { title: t("title") };
}

export default async function BudgetPage({ params }: { params: Promise<{ id: string }> }) {
  const { scope } = await requirePermission("programme.write");
  const { id } = await params;
  const found = isId(id) ? await findBudget(id, scope) : undefined;
  if (!found) notFound();
  const t = await getTranslations("programmes.budget");
  return (
    <ClientMessages names={["programmes"]}>
      <div>
        <BackLink href={`/admin/programmes/${id}`} />
      </div>
      <BudgetForm send={setBudgetAction} id={id} budget={found.budget} used={found.used}>
        <PageHeading text={t("title")}>
          <p>{found.name}</p>
        </PageHeading>
      </BudgetForm>
    </ClientMessages>
  );
}
