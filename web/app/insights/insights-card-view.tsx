import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { Check, X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Percent } from "~/components/ui/percent";
import { RelativeTime } from "~/components/ui/time";
import { useHouse } from "~/leads/house";
import { Card } from "~/leads/page/card";
import type { CardRead } from "~/leads/page/use-card";
import { type Insight, type InsightsAnswer, typeWords } from "./insight";

type ViewProps = Pick<CardRead<InsightsAnswer>, "read" | "again"> & {
  leadTo: string;
  onDecide(insight: Insight, status: "acknowledged" | "dismissed"): void;
};

export function InsightsCardView({ read, again, ...rest }: ViewProps) {
  return (
    <Card title="Insights" read={read} again={again}>
      {({ insights }) =>
        insights.length === 0 ? (
          <p className="text-muted">
            Nothing stands out now. What they say and do is looked at as it happens.
          </p>
        ) : (
          <ul className="grid gap-3">
            {inOrder(insights).map((insight) => (
              <InsightItem key={insight.id} insight={insight} {...rest} />
            ))}
          </ul>
        )
      }
    </Card>
  );
}

/** What to do comes first; then as pressing as it is. */
function inOrder(insights: Insight[]): Insight[] {
  return insights.toSorted(
    (one, other) => Number(other.type === "next_best_action") - Number(one.type === "next_best_action"),
  );
}

type ItemProps = { insight: Insight } & Pick<ViewProps, "leadTo" | "onDecide">;

function InsightItem({ insight, leadTo, onDecide }: ItemProps) {
  const { type, title, description, priority, confidence, status } = insight;
  const { mayWrite } = useHouse();
  const isPressing = priority === "urgent" || priority === "high";
  return (
    <li
      className={clsx(
        "flex items-start gap-2",
        type === "next_best_action" && "border-l-2 border-stream pl-3",
      )}
    >
      <div className="min-w-0 flex-1">
        <p className="text-12 text-muted">
          {typeWords[type]}
          {isPressing && (
            <span className="font-medium text-attention">
              {" "}
              · {priority === "urgent" ? "urgent" : "important"}
            </span>
          )}
          {confidence < 1 && (
            <span>
              {" "}
              · <Percent of={confidence} /> sure
            </span>
          )}
        </p>
        <p className="font-medium break-words">{title}</p>
        <p className="text-13 text-muted">{description}</p>
        <Why insight={insight} leadTo={leadTo} />
      </div>
      {mayWrite && (
        <div className="flex shrink-0">
          {status === "open" && (
            <Button
              look="quiet"
              size="iconSm"
              aria-label={`Mark “${title}” as seen`}
              onClick={() => onDecide(insight, "acknowledged")}
            >
              <Check aria-hidden />
            </Button>
          )}
          <Button
            look="quiet"
            size="iconSm"
            aria-label={`Dismiss “${title}”`}
            onClick={() => onDecide(insight, "dismissed")}
          >
            <X aria-hidden />
          </Button>
        </div>
      )}
    </li>
  );
}

/** What it rests on: each by its name and its time. */
function Why({ insight: { cited, title }, leadTo }: Pick<ItemProps, "insight" | "leadTo">) {
  return (
    <details className="text-13">
      <summary className="touch w-fit cursor-pointer text-muted hover:text-ink">
        Why<span className="sr-only"> “{title}”</span>
      </summary>
      <ul className="mt-1 grid gap-0.5 border-l border-line pl-3">
        {cited.map(({ kind, id, at, words }) => (
          <li key={id}>
            {kind === "conversation" ? (
              <Link to={`${leadTo}?tab=conversations`} className="link">
                {words}
              </Link>
            ) : (
              <span className="first-letter:uppercase inline-block">{words.replaceAll("_", " ")}</span>
            )}{" "}
            <span className="text-muted">
              <RelativeTime at={at} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
