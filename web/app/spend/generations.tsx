import { Link } from "@remix-run/react";
import { Badge, type BadgeTone } from "~/components/ui/badge";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { useFrame } from "~/frame/frame-data";
import { useLocale } from "~/locale";
import { formatNumber } from "~/words/format";
import { formatMicros } from "~/words/money";
import { Rating } from "./rating";
import { type Generation, taskWords } from "./task-words";

export type { Generation };

const states: Record<Exclude<Generation["status"], "completed">, { name: string; tone: BadgeTone }> = {
  processing: { name: "Being written", tone: "stream" },
  failed: { name: "Failed", tone: "danger" },
  cancelled: { name: "Stopped", tone: "neutral" },
};

const head = [
  { key: "what", name: "What" },
  { key: "tokens", name: "Tokens", align: "right" as const },
  { key: "cost", name: "Cost", align: "right" as const },
  { key: "when", name: "When" },
  { key: "rating", name: "Rating" },
];

export function Generations({ generations, mayJudge }: { generations: Generation[]; mayJudge: boolean }) {
  return (
    <Table caption="Generations" head={head}>
      {generations.map((generation) => (
        <GenerationRow key={generation.id} generation={generation} mayJudge={mayJudge} />
      ))}
    </Table>
  );
}

function GenerationRow({ generation, mayJudge }: { generation: Generation; mayJudge: boolean }) {
  const locale = useLocale();
  const { status, promptTokens, completionTokens, costMicros, createdAt, error } = generation;
  return (
    <Row>
      <LeadCell>
        <What generation={generation} />
        {status !== "completed" && (
          <span className="ml-2">
            <Badge tone={states[status].tone}>{states[status].name}</Badge>
          </span>
        )}
        <span className="block text-12 break-words text-muted">
          {generation.model} · {generation.promptVersion}
        </span>
        {error && <span className="block max-w-md text-13 text-muted">{error.message}</span>}
      </LeadCell>
      <Cell label="Tokens" align="right">
        {formatNumber(promptTokens + completionTokens, locale)}
      </Cell>
      <Cell label="Cost" align="right">
        {formatMicros(costMicros, locale)}
      </Cell>
      <Cell label="When">
        <RelativeTime at={createdAt} />
      </Cell>
      <Cell label="Rating">
        {status === "completed" ? <Rating generation={generation} mayJudge={mayJudge} /> : "–"}
      </Cell>
    </Row>
  );
}

/** What became a piece leads to it. */
function What({ generation: { task, pieceId } }: { generation: Generation }) {
  const { organization } = useFrame();
  if (!pieceId || !organization) return <span className="font-medium">{taskWords[task]}</span>;
  return (
    <Link
      to={`/o/${organization.slug}/pieces/${pieceId}`}
      prefetch="intent"
      className="rounded-4 font-medium"
    >
      {taskWords[task]}
    </Link>
  );
}
