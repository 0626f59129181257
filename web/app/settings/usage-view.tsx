import { clsx } from "clsx";
import { Page, Section } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { Progress } from "~/components/ui/progress";
import { ExactTime } from "~/components/ui/time";
import { useLocale } from "~/locale";
import { formatMoney, formatNumber, type Locale } from "~/words/format";
import type { components } from "../../../sdk";
import { featureTitle, includedWords, limitWords } from "./feature-words";

type Usage = components["schemas"]["Usage"];
export type FeatureUsage = components["schemas"]["FeatureUsage"];
export type Plan = components["schemas"]["Plan"];
export type UsageViewProps = { usage: Usage; plans: Plan[] };

export function UsageView({ usage, plans }: UsageViewProps) {
  const metered = usage.features.filter(({ kind }) => kind === "metered");
  const counted = usage.features.filter(({ kind }) => kind === "counted");
  const resetsAt = metered.find((feature) => feature.resetsAt)?.resetsAt;
  return (
    <Page title="Usage & plan" about={`You are on the plan “${usage.plan.name}”.`}>
      <Section title="This month" about={resetsAt && <>Starts again on {<ExactTime at={resetsAt} />}.</>}>
        <Meters features={metered} />
      </Section>
      <Section title="At the moment" about="What there is right now; it does not start again.">
        <Meters features={counted} />
      </Section>
      <Section title="Plans" about="What each of them includes.">
        <ul className="grid gap-x-8 gap-y-8 sm:grid-cols-2">
          {plans.map((plan) => (
            <PlanColumn key={plan.slug} plan={plan} isYours={plan.slug === usage.plan.slug} />
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function Meters({ features }: { features: FeatureUsage[] }) {
  return (
    <ul className="grid gap-5">
      {features.map((feature) => (
        <Meter key={feature.feature} usage={feature} />
      ))}
    </ul>
  );
}

function Meter({ usage }: { usage: FeatureUsage }) {
  const locale = useLocale();
  const { feature, limit, used, reserved, bonus, kind } = usage;
  const name = featureTitle(feature);
  const max = limit === null ? null : limit + bonus;
  const text = usageText(used, max, locale);
  const share = max === null ? 0 : max === 0 ? 1 : used / max;
  const tone = share >= 1 ? "danger" : share >= 0.8 ? "attention" : "stream";
  return (
    <li>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{name}</span>
        <span className="text-muted tabular-nums">{text}</span>
      </div>
      {max !== null && <Progress label={name} value={used} max={Math.max(max, 1)} text={text} tone={tone} />}
      {bonus > 0 && (
        <p className="mt-1 text-13 text-muted">
          {formatNumber(bonus, locale)} of them are a bonus, used first.
        </p>
      )}
      {reserved > 0 && (
        <p className="mt-1 text-13 text-muted">
          {formatNumber(reserved, locale)} held by work that is under way.
        </p>
      )}
      {share >= 1 && <p className="mt-1 text-13 text-danger">{allUsed(kind)}</p>}
    </li>
  );
}

function allUsed(kind: FeatureUsage["kind"]): string {
  if (kind === "counted") return "All taken. What you have stays; a larger plan makes room.";
  return "All used. It starts again next month; nothing you have is lost.";
}

function usageText(used: number, max: number | null, locale: Locale): string {
  if (max === null) return `${formatNumber(used, locale)}, no limit`;
  return `${formatNumber(used, locale)} of ${formatNumber(max, locale)}`;
}

function PlanColumn({ plan, isYours }: { plan: Plan; isYours: boolean }) {
  const locale = useLocale();
  return (
    <li className={clsx("border-t-2 pt-3", isYours ? "border-stream" : "border-line")}>
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="text-16 font-semibold">{plan.name}</h3>
        {isYours && <Badge tone="stream">Yours</Badge>}
      </div>
      <p className="mt-0.5 text-muted">{priceText(plan, locale)}</p>
      <p className="mt-2">{plan.description}</p>
      <ul className="mt-2 list-disc pl-5 text-muted">
        {Object.entries(plan.limits).map(([feature, limit]) => (
          <li key={feature}>{limitWords(feature, limit)}</li>
        ))}
        {plan.features.map((feature) => (
          <li key={feature}>{includedWords(feature)}</li>
        ))}
      </ul>
    </li>
  );
}

function priceText({ priceMonthly, pricePerGeneration }: Plan, locale: Locale): string {
  if (pricePerGeneration) return `${formatMoney(pricePerGeneration, locale)} a piece`;
  return priceMonthly.amount === 0 ? "Free" : `${formatMoney(priceMonthly, locale, "short")} a month`;
}
