import { useTranslations } from "next-intl";
import { Notification } from "@/components/ui/notification";
import { formatMemberNumber } from "@/lib/members/decide-member-number";

/** Nobody gets a second wallet by oversight: whoever it may be is looked at first, masked. */
export function Doubles({ people }: { people: readonly { name: string | null; number: string }[] }) {
  const t = useTranslations("counter");
  return (
    <Notification kind="warning" title={t("new.doubles")}>
      <p>{t("new.doublesText")}</p>
      <ul>
        {people.map(({ name, number }) => (
          <li key={number}>
            {name ?? t("nameless")} {t("number", { number: formatMemberNumber(number) })}
          </li>
        ))}
      </ul>
      <label className="flex min-h-14 items-center gap-3">
        <input type="checkbox" name="isConfirmed" value="yes" className="size-8" />
        {t("new.isOther")}
      </label>
    </Notification>
  );
}
