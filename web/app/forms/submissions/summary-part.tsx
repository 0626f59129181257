import { ChartNoAxesColumn } from "lucide-react";
import { Progress } from "~/components/ui/progress";
import { EmptyState } from "~/components/ui/states";
import { useLocale } from "~/locale";
import { countOf, formatPercent } from "~/words/format";
import type { Summary } from "./submission";

/** What came in, question by question, and where people stop. */
export function SummaryPart({ summary }: { summary: Summary }) {
  const { kept, lookedAt, drafts, questions } = summary;
  if (kept === 0 && drafts.begun === 0)
    return (
      <div className="mt-8">
        <EmptyState icon={ChartNoAxesColumn} title="Nothing to count yet">
          How often each question is answered, what is chosen, and where people stop stands here after the
          first answers.
        </EmptyState>
      </div>
    );
  return (
    <div className="mt-4">
      <p className="text-muted">{sayWhole(summary)}</p>
      {lookedAt < kept && (
        <p className="text-13 text-muted">
          The counts below are of the newest {lookedAt.toLocaleString("en")}.
        </p>
      )}
      <ol className="mt-4">
        {questions.map((question, index) => (
          <QuestionPart key={question.key} question={question} place={index + 1} summary={summary} />
        ))}
      </ol>
    </div>
  );
}

function sayWhole({ kept, spam, drafts }: Summary): string {
  const held = `${spam.isExact ? "" : "more than "}${countOf(spam.count, "held as spam", "held as spam")}`;
  const stopped = drafts.begun - drafts.sent;
  const unfinished = drafts.begun > 0 ? `; ${countOf(stopped, "person", "people")} stopped on the way` : "";
  return `${countOf(kept, "answer")}, ${held}${unfinished}.`;
}

type QuestionPartProps = { question: Summary["questions"][number]; place: number; summary: Summary };

function QuestionPart({ question, place, summary: { lookedAt, drafts } }: QuestionPartProps) {
  const locale = useLocale();
  const { label, key, answered, values, average, leftHere } = question;
  return (
    <li className="grid gap-x-8 gap-y-2 border-t border-line py-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="min-w-0">
        <h2 className="font-medium break-words">
          <span className="text-muted tabular-nums">{place}.</span> {label || key}
        </h2>
        <p className="mt-1 text-13 text-muted">
          Answered by {answered.toLocaleString("en")} of {lookedAt.toLocaleString("en")}
          {average !== null && `, ${average} on average`}
        </p>
        {leftHere > 0 && (
          <p className="text-13 text-attention">
            {countOf(leftHere, "person", "people")} stopped here
            {drafts.begun > 0 && `, ${formatPercent(leftHere / drafts.begun, locale)} of those who began`}
          </p>
        )}
      </div>
      {values.length > 0 && (
        <ul className="grid content-start gap-2">
          {values.slice(0, 12).map(({ value, label: name, count }) => (
            <li key={value}>
              <p className="mb-1 flex justify-between gap-4 text-13">
                <span className="min-w-0 truncate">{name}</span>
                <span className="text-muted tabular-nums">{count.toLocaleString("en")}</span>
              </p>
              <Progress
                label={name}
                value={count}
                max={Math.max(answered, 1)}
                text={countOf(count, "answer")}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
