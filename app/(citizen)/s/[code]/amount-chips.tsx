import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button-style";

const AMOUNTS = [100, 500, 1000];
const figures = new Intl.NumberFormat("ja-JP");

interface AmountChipsProps {
  token: string;
  drawnFor: string;
  balance: number;
  action: (form: FormData) => void;
  onChoose: (points: number) => void;
}

/** Usual amounts, and all there is. A chip fills the field; without scripts it goes on by itself: so it has a form of its own. */
export function AmountChips({ token, drawnFor, balance, action, onChoose }: AmountChipsProps) {
  const t = useTranslations("spending.amount");
  const choices = [...AMOUNTS.filter((points) => points < balance), balance];
  return (
    <form action={action}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="drawnFor" value={drawnFor} />
      <fieldset className="flex flex-wrap gap-3">
        <legend className="mb-2 text-std-17B-170">{t("chips")}</legend>
        {choices.map((points) => (
          <button
            key={points}
            type="submit"
            name="points"
            value={points}
            className={buttonClass("outlined", "medium", "primary")}
            onClick={(press) => {
              press.preventDefault();
              onChoose(points);
            }}
          >
            {points === balance ? t("all", { points: figures.format(points) }) : figures.format(points)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
