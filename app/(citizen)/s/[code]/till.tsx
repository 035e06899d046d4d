import { useTranslations } from "next-intl";
import { Notification } from "@/components/ui/notification";
import { PageHeading } from "@/components/ui/page-heading";

/** Name and address, large: whoever was led here by a pasted-over poster sees another shop's. */
export function TillHead({ name, address, category }: { name: string; address: string; category: string }) {
  const t = useTranslations("spending");
  return (
    <div className="flex flex-col gap-2 rounded-16 border-2 border-primary p-4">
      <p className="text-std-16N-170 text-quiet">{t("shopAt")}</p>
      <PageHeading text={name} />
      <p>{address}</p>
      <p className="text-std-16N-170 text-quiet">{category}</p>
    </div>
  );
}

export function WrongShop() {
  const t = useTranslations("spending");
  return <p className="text-std-16N-170 text-quiet">{t("wrongShop")}</p>;
}

export function TillClosed({ title, text }: { title: string; text: string }) {
  return (
    <Notification kind="warning" title={title}>
      <p>{text}</p>
    </Notification>
  );
}
