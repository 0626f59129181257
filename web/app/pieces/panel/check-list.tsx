import { CircleAlert, CircleCheck, CircleDot } from "lucide-react";
import type { Check } from "../../../../worker/pieces/pure/check";

const marks = {
  good: { Icon: CircleCheck, look: "text-stream-ink", name: "Good" },
  improve: { Icon: CircleDot, look: "text-attention", name: "Could be better" },
  problem: { Icon: CircleAlert, look: "text-danger", name: "Problem" },
};
const order = ["problem", "improve", "good"] as const;

/** What needs somebody first; each with the reason. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const sorted = order.flatMap((state) => checks.filter((check) => check.state === state));
  return (
    <ul className="grid gap-2.5">
      {sorted.map(({ id, state, advice }) => {
        const { Icon, look, name } = marks[state];
        return (
          <li key={id} className="flex gap-2">
            <Icon aria-label={name} role="img" className={`mt-0.5 size-4 shrink-0 ${look}`} />
            <span className={state === "good" ? "text-muted" : ""}>{advice}</span>
          </li>
        );
      })}
    </ul>
  );
}
