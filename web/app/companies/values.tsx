import { useLocale } from "~/locale";
import type { Money } from "~/leads/lead";
import { formatMoney } from "~/words/format";

/** What is worth something in several currencies is told in each: nobody adds them up. */
export function Values({ values }: { values: readonly Money[] }) {
  const locale = useLocale();
  if (values.length === 0) return "–";
  return (
    <span className="tabular-nums">
      {values.map((value) => (
        <span key={value.currency} className="block whitespace-nowrap max-sm:mr-2 max-sm:inline">
          {formatMoney(value, locale, "short")}
        </span>
      ))}
    </span>
  );
}
