import { clsx } from "clsx";
import { type ReactNode, useContext } from "react";
import { Avatar } from "~/components/ui/avatar";
import { NextActionWords } from "~/insights/next-action-words";
import { useLocale } from "~/locale";
import { formatDate, formatMoney, formatNumber, formatRelative } from "~/words/format";
import { NowContext, useColleague, useSource, useStage, useTags } from "../house";
import type { CustomValue, LeadLine } from "../lead";
import { StageMark } from "../stage-mark";
import type { Column } from "./columns";

/** What a column says of a lead. Rows come and go by the hundred while scrolling, so these stay light. */
export function CellWords({ column, line }: { column: Column; line: LeadLine }): ReactNode {
  switch (column.key) {
    case "stage":
      return <StageWords id={line.stageId} />;
    case "company":
      return line.companyName;
    case "value":
      return line.value && <MoneyWords value={line.value} />;
    case "assignedTo":
      return <PersonWords id={line.assignedTo} />;
    case "source":
      return <SourceWords id={line.sourceId} />;
    case "tags":
      return <TagWords ids={line.tags} />;
    case "score":
      return line.score;
    case "nextAction":
      return <NextActionWords leadId={line.id} />;
    case "email":
    case "phone":
    case "jobTitle":
      return line[column.key];
    case "createdAt":
    case "updatedAt":
    case "stageSince":
    case "lastContactedAt":
    case "nextFollowUpAt":
      return <TimeWords at={line[column.key]} isDue={column.key === "nextFollowUpAt"} />;
    default:
      return (
        <CustomWords column={column} value={line.customFields[column.key.slice("custom.".length)] ?? null} />
      );
  }
}

function StageWords({ id }: { id: string }) {
  return <StageMark stage={useStage(id)} />;
}

function SourceWords({ id }: { id: string | null }) {
  return useSource(id)?.name;
}

export function PersonWords({ id }: { id: string | null }) {
  const colleague = useColleague(id);
  if (id === null) return null;
  if (!colleague) return <span className="text-muted">Somebody who left</span>;
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Avatar name={colleague.name} src={colleague.avatarUrl} size="sm" />
      <span className="truncate">{colleague.name}</span>
    </span>
  );
}

export function TagWords({ ids }: { ids: readonly string[] }) {
  return useTags(ids).map(({ id, name }) => (
    <span
      key={id}
      data-ground
      className="mr-1 inline-flex h-5 items-center rounded-4 bg-sunken px-1.5 text-12 whitespace-nowrap text-muted"
    >
      {name}
    </span>
  ));
}

export function MoneyWords({ value }: { value: { amount: number; currency: string } }) {
  return formatMoney(value, useLocale(), "short");
}

/** Relative, with the moment itself on hover; no tooltip of its own, for there are hundreds of them. */
export function TimeWords({ at, isDue = false }: { at: string | null; isDue?: boolean }) {
  const locale = useLocale();
  const now = useContext(NowContext);
  if (at === null) return null;
  const isLate = isDue && now !== null && Date.parse(at) < now;
  return (
    <time
      dateTime={at}
      title={formatDate(at, locale, "long")}
      className={clsx("whitespace-nowrap", isLate && "font-medium text-attention")}
    >
      {now === null ? formatDate(at, locale, "short") : formatRelative(at, now, locale.language)}
    </time>
  );
}

export function CustomWords({
  column,
  value,
}: {
  column: Pick<Column, "kind">;
  value: CustomValue;
}): ReactNode {
  const locale = useLocale();
  if (value === null || value === "") return null;
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return formatNumber(value, locale);
  return column.kind === "date" ? formatDate(value, { ...locale, timeZone: "UTC" }, "short") : value;
}
