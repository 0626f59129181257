import { ChevronRight } from "lucide-react";
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
        <ul className="-my-3 divide-y divide-line">
          {plans.map((plan) => (
            <PlanRow key={plan.slug} plan={plan} isYours={plan.slug === usage.plan.slug} />
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

function PlanRow({ plan, isYours }: { plan: Plan; isYours: boolean }) {
  const locale = useLocale();
  return (
    <li>
      <details open={isYours} className="group py-3">
        <summary className="flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-4">
          <ChevronRight aria-hidden className="size-4 shrink-0 self-center text-faint group-open:rotate-90" />
          <span className="font-semibold">{plan.name}</span>
          {isYours && <Badge tone="stream">Yours</Badge>}
          <span className="ml-auto text-muted">{priceText(plan, locale)}</span>
        </summary>
        <div className="pt-2 pl-7">
          <p>{plan.description}</p>
          <ul className="mt-2 grid gap-x-8 text-muted sm:grid-cols-2">
            {Object.entries(plan.limits).map(([feature, limit]) => (
              <li key={feature}>{limitWords(feature, limit)}</li>
            ))}
            {plan.features.map((feature) => (
              <li key={feature}>{includedWords(feature)}</li>
            ))}
          </ul>
        </div>
      </details>
    </li>
  );
}

function priceText({ priceMonthly, pricePerGeneration }: Plan, locale: Locale): string {
  if (pricePerGeneration) return `${formatMoney(pricePerGeneration, locale)} a piece`;
  return priceMonthly.amount === 0 ? "Free" : `${formatMoney(priceMonthly, locale, "short")} a month`;
}
