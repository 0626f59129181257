import { Badge } from "~/components/ui/badge";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { useLocale } from "~/locale";
import { type Click, countryName, deviceWords, reasonWords, referrerName, verdictWords } from "./link";

const head = [
  { key: "at", name: "When" },
  { key: "who", name: "Taken for" },
  { key: "from", name: "From" },
  { key: "with", name: "With" },
  { key: "actions", name: "Actions", hidden: true },
];

/** Each click with what we take it for and why; whoever knows better says so. */
export function ClickRows({ clicks, mayWrite }: { clicks: Click[]; mayWrite: boolean }) {
  return (
    <Table caption="Clicks" head={head}>
      {clicks.map((click) => (
        <ClickRow key={click.id} click={click} mayWrite={mayWrite} />
      ))}
    </Table>
  );
}

function ClickRow({ click, mayWrite }: { click: Click; mayWrite: boolean }) {
  const { at, verdict, reason, country, device, browser, referrer } = click;
  const { language } = useLocale();
  const { name, tone } = verdictWords[verdict];
  return (
    <Row>
      <LeadCell>
        <RelativeTime at={at} />
      </LeadCell>
      <Cell label="Taken for">
        <span title={reasonWords[reason]}>
          <Badge tone={tone}>{name}</Badge>
        </span>{" "}
        {reason !== "looks_human" && <span className="text-13">{reasonWords[reason]}</span>}
      </Cell>
      <Cell label="From">
        {countryName(country ?? "??", language)}
        {referrer && <span className="block text-12">{referrerName(referrer)}</span>}
      </Cell>
      <Cell label="With">
        <span title={click.userAgent}>{[browser, deviceWords[device]].filter(Boolean).join(", ")}</span>
      </Cell>
      <Cell actions>{mayWrite && <JudgeButtons click={click} />}</Cell>
    </Row>
  );
}

function JudgeButtons({ click: { id, verdict, judgedBy } }: { click: Click }) {
  const shared = { intent: "judge", size: "sm", look: "quiet" } as const;
  const other = verdict === "human" ? "bot" : "human";
  return (
    <span className="inline-flex flex-wrap justify-end gap-1">
      <ActionButton {...shared} fields={{ id, verdict: other, before: verdict }}>
        {other === "human" ? "It was a person" : "It was a machine"}
      </ActionButton>
      {judgedBy !== null && (
        <ActionButton {...shared} fields={{ id, verdict: "rules", before: verdict }}>
          Let the rules decide
        </ActionButton>
      )}
    </span>
  );
}
