import { Progress } from "~/components/ui/progress";
import { countOf } from "~/words/format";
import type { ScoringPreview } from "./rule";
import { bandWords } from "./score";
import type { PreviewState } from "./use-preview";

/** What a change would do to the leads there are, before it is kept. */
export function PreviewLine({ tried }: { tried: PreviewState }) {
  return (
    <div role="status" className="min-h-16 border-l-2 border-line pl-3 text-13">
      {tried.state === "none" && <p className="text-muted">Change something to see what it would do.</p>}
      {tried.state === "asking" && <p className="text-muted">Trying it on your leads…</p>}
      {tried.state === "failed" && <p className="text-attention">{tried.message}</p>}
      {tried.state === "told" && <Told preview={tried.preview} />}
    </div>
  );
}

function Told({ preview }: { preview: ScoringPreview }) {
  const { status, total, done, isSample, changedBand, raised, lowered, moves } = preview;
  const whom = isSample ? `the ${total.toLocaleString("en")} newest leads` : countOf(total, "lead");
  return (
    <div className="grid gap-1">
      <p className="font-medium">
        {changedBand === 1 ? "1 lead changes band" : `${countOf(changedBand, "lead")} change band`}
      </p>
      {moves.length > 0 && (
        <ul className="text-muted">
          {moves.map(({ from, to, leads }) => (
            <li key={`${from} ${to}`}>
              {leads} from {bandWords[from].name.toLowerCase()} to {bandWords[to].name.toLowerCase()}
            </li>
          ))}
        </ul>
      )}
      <p className="text-muted">
        {raised} rise, {lowered} fall, of {whom}.
      </p>
      {status === "running" && (
        <Progress label="Leads tried" value={done} max={total} text={`${done} of ${total} tried`} />
      )}
      {status === "failed" && <p className="text-attention">It could not be tried on all of them.</p>}
    </div>
  );
}
