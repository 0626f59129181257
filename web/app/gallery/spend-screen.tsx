import { WritingBanner } from "~/frame/writing-banner";
import { WritingView } from "~/operator/writing-view";
import type { Generation } from "~/spend/generations";
import { type Spend, SpendView, type SpendViewProps } from "~/spend/spend-view";
import { withCommon } from "./common-states";

const at = "2026-11-20T09:24:00.000Z";

const days = Array.from({ length: 30 }, (_, index) => {
  const day = new Date(Date.UTC(2026, 9, 22 + index)).toISOString().slice(0, 10);
  const count = index % 7 === 5 ? 0 : (index * 7) % 19;
  return { day, count, costMicros: count * 14_300 };
});

const group = (key: string, count: number, costMicros: number, failedCount = 0): Spend["groups"][number] => ({
  key,
  count,
  costMicros,
  failedCount,
  promptTokens: count * 2400,
  completionTokens: count * 900,
});

const generation = (change: Partial<Generation>): Generation => ({
  id: `gen_${change.task}_${change.status ?? "completed"}`,
  task: "blog_post",
  businessId: null,
  bundleId: null,
  pieceId: null,
  requestedBy: null,
  promptVersion: "pieces-1",
  provider: "openai",
  model: "gpt-5.4-mini",
  status: "completed",
  promptTokens: 2480,
  completionTokens: 2210,
  costMicros: 11_805,
  durationMs: 18_200,
  iterations: 1,
  error: null,
  rating: null,
  feedback: "",
  accepted: null,
  createdAt: at,
  completedAt: at,
  ...change,
});

const sample: SpendViewProps = {
  span: 30,
  days,
  totalMicros: days.reduce((sum, day) => sum + day.costMicros, 0),
  byTask: [
    group("blog_post", 84, 2_104_000, 2),
    group("social_post", 131, 890_200, 5),
    group("topics", 12, 9100),
  ],
  byModel: [group("gpt-5.4-mini", 215, 2_994_200, 7), group("built-in-writer-1", 12, 0)],
  byVersion: [group("pieces-1", 215, 2_994_200, 7), group("topics-2", 12, 9100)],
  budget: {
    day: { spentMicros: 412_000, capMicros: 500_000, alertedAt: 80 },
    month: { spentMicros: 3_003_300, capMicros: null, alertedAt: 0 },
  },
  generations: [
    generation({ rating: 4 }),
    generation({ task: "social_post", costMicros: 1_204, status: "processing", completedAt: null }),
    generation({
      task: "email",
      status: "failed",
      costMicros: 0,
      error: { code: "rate_limited", message: "The writing service asks to go more slowly." },
    }),
  ],
  mayCap: true,
  mayJudge: true,
};

const reached = {
  day: { spentMicros: 500_000, capMicros: 500_000, alertedAt: 100 },
  month: sample.budget.month,
};
const nothing = { spentMicros: 0, capMicros: null, alertedAt: 0 };
const none = { day: nothing, month: nothing };

export const spendScreen = withCommon("Spending", "see what writing costs", {
  success: () => <SpendView {...sample} />,
  reached: () => <SpendView {...sample} budget={reached} mayCap={false} mayJudge={false} />,
  free: () => (
    <SpendView
      {...sample}
      days={days.map((day) => ({ ...day, costMicros: 0 }))}
      totalMicros={0}
      byTask={[group("blog_post", 84, 0)]}
      byModel={[group("built-in-writer-1", 84, 0)]}
      byVersion={[group("pieces-1", 84, 0)]}
      budget={none}
    />
  ),
  empty: () => (
    <SpendView
      {...sample}
      days={days.map(({ day }) => ({ day, costMicros: 0, count: 0 }))}
      totalMicros={0}
      {...{ byTask: [], byModel: [], byVersion: [], generations: [] }}
      budget={none}
    />
  ),
});

const desk = {
  stop: null,
  model: "gpt-5.4-mini",
  spentTodayMicros: 48_200_000,
  dailyCapMicros: 250_000_000,
  maxTokens: null,
};
const stop = { since: at, by: "usr_1", reason: "A bundle calls the model in a loop." };

export const writingScreen = withCommon("Writing", "stop all writing", {
  success: () => <WritingView desk={desk} />,
  stopped: () => (
    <>
      <div className="mb-8">
        <WritingBanner reason={stop.reason} />
      </div>
      <WritingView desk={{ ...desk, stop, spentTodayMicros: 250_000_000 }} />
    </>
  ),
  free: () => (
    <WritingView desk={{ ...desk, model: "built-in-writer-1", spentTodayMicros: 0, dailyCapMicros: null }} />
  ),
});
