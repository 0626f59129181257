import { useLocale } from "~/locale";
import { formatPercent } from "~/words/format";

type PercentProps = { of: number; digits?: number };

/** A share of one, as the reader's language writes it: “80%”, „80 %“. */
export function Percent({ of, digits }: PercentProps) {
  return formatPercent(of, useLocale(), digits);
}
