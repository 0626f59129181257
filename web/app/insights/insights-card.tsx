import type { LeadCardProps } from "~/leads/page/lead-card";
import { useCard } from "~/leads/page/use-card";
import { notify } from "~/toasts/notify";
import type { Insight, InsightsAnswer } from "./insight";
import { InsightsCardView } from "./insights-card-view";

/** What is found out about the lead, and what to do next. */
export function InsightsCard({ leadTo }: LeadCardProps) {
  const address = `${leadTo}/insights`;
  const card = useCard<InsightsAnswer>(address);
  const { read, put, again } = card;
  const decide = async (insight: Insight, status: "acknowledged" | "dismissed") => {
    if (read.state !== "ready") return;
    const { insights } = read.value;
    put({ insights: after(insights, insight.id, status) });
    const said = await send(address, insight.id, status);
    if (said === "done") return tell(address, insight, status);
    notify({ id: `insight ${insight.id}`, message: said, tone: "failed" });
    again();
  };
  return (
    <InsightsCardView
      {...card}
      leadTo={leadTo}
      onDecide={(insight, status) => void decide(insight, status)}
    />
  );
}

function after(insights: Insight[], id: string, status: "acknowledged" | "dismissed"): Insight[] {
  return status === "dismissed"
    ? insights.filter((one) => one.id !== id)
    : insights.map((one) => (one.id === id ? { ...one, status } : one));
}

/** “done”, or why not. */
async function send(address: string, id: string, status: string): Promise<string> {
  const lost = "No answer came, so nothing has changed. Try again.";
  try {
    const body = new FormData();
    body.set("id", id);
    body.set("status", status);
    const response = await fetch(address, { method: "POST", body, signal: AbortSignal.timeout(20_000) });
    const isOurs = !response.redirected && (response.headers.get("content-type") ?? "").includes("json");
    // safe: the action of that address answers so
    return isOurs ? ((await response.json()) as { said: string }).said : lost;
  } catch {
    return lost;
  }
}

function tell(address: string, { id, title }: Insight, status: "acknowledged" | "dismissed"): void {
  if (status === "acknowledged") return;
  notify({
    id: `insight ${id}`,
    message: `“${title}” is dismissed.`,
    undo: { action: address, fields: { id, status: "open" } },
  });
}
