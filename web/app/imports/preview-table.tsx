import { Badge, type BadgeTone } from "~/components/ui/badge";
import { Callout } from "~/components/ui/callout";
import { Skeleton } from "~/components/ui/skeleton";
import { useLocale } from "~/locale";
import { formatMoney, formatNumber } from "~/words/format";
import { type Preview, type PreviewAnswer, targets } from "./import";

type PreviewRow = Preview["rows"][number];

const verdicts: Record<PreviewRow["does"], [name: string, tone: BadgeTone]> = {
  create: ["New", "stream"],
  update: ["Changed", "attention"],
  skip: ["Known", "neutral"],
  refuse: ["Refused", "danger"],
};

/** How the first rows would come out, each with what is wrong with it. */
export function PreviewTable({ answer }: { answer: PreviewAnswer | null }) {
  const locale = useLocale();
  if (answer === null) return <Skeleton className="h-40" />;
  if ("message" in answer)
    return (
      <Callout tone="attention" role="status">
        {answer.message}
      </Callout>
    );
  const { counts, looked, rows } = answer.preview;
  const parts = (["create", "update", "skip", "refuse"] as const)
    .filter((does) => counts[does] > 0)
    .map((does) => `${formatNumber(counts[does], locale)} ${verdicts[does][0].toLowerCase()}`);
  return (
    <div aria-live="polite">
      <p className="mb-3">
        Of the first {formatNumber(looked, locale)} rows: {parts.join(", ")}.
      </p>
      <ul className="grid border-t border-line">
        {rows.map((row) => (
          <li
            key={row.row}
            className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 gap-y-1 sm:grid-cols-[3rem_5rem_minmax(0,1fr)] border-b border-line py-2 text-13"
          >
            <span className="text-muted tabular-nums">{row.row}</span>
            <span>
              <Badge tone={verdicts[row.does][1]}>{verdicts[row.does][0]}</Badge>
            </span>
            <span className="col-span-2 min-w-0 sm:col-span-1">
              <Values values={row.values} />
              {row.errors.map(({ field, detail }) => (
                <span key={field + detail} className="block text-danger">
                  {field && `${nameOf(field)}: `}
                  {detail}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Values({ values }: { values: PreviewRow["values"] }) {
  const locale = useLocale();
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-0.5">
      {Object.entries(values)
        .flatMap(([name, value]) =>
          name === "address" ? Object.entries(value as object) : [[name, value] as const],
        ) // safe: an address is an object of texts
        .map(([name, value]) => (
          <span key={name} className="wrap-anywhere">
            <span className="text-muted">{nameOf(name)} </span>
            {said(value, locale)}
          </span>
        ))}
    </span>
  );
}

const names = new Map(targets.flatMap(({ fields }) => fields));

function nameOf(field: string): string {
  return names.get(field) ?? field.replace(/^custom\./, "");
}

function said(value: unknown, locale: Parameters<typeof formatMoney>[1]): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object" && value !== null && "amount" in value && "currency" in value)
    return formatMoney({ amount: Number(value.amount), currency: String(value.currency) }, locale);
  return String(value);
}
