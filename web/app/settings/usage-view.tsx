import { clsx } from "clsx";
import { Page, Section } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { Progress } from "~/components/ui/progress";
import { ExactTime } from "~/components/ui/time";
import { useLocale } from "~/locale";
import { formatMoney, formatNumber, type Locale } from "~/words/format";

export type UsageMeter = {
  feature: string;
  name: string;
  used: number;
  /** Null: as much as you like. */
  limit: number | null;
  /** Given on top; used before what the plan includes. */
  bonusLeft: number;
};

export type Plan = {
  slug: string;
  name: string;
  description: string;
  priceMonthly: { amount: number; currency: string };
  features: string[];
};

type UsageViewProps = { plan: Plan; meters: UsageMeter[]; resetsAt: string; plans: Plan[] };

export function UsageView({ plan, meters, resetsAt, plans }: UsageViewProps) {
  return (
    <Page title="Usage & plan">
      <Section
        title={`This month on ${plan.name}`}
        about={
          <>
            Starts again on <ExactTime at={resetsAt} />.
          </>
        }
      >
        <ul className="grid gap-5">
          {meters.map((meter) => (
            <Meter key={meter.feature} meter={meter} />
          ))}
        </ul>
      </Section>
      <Section title="Plans" about="What each of them includes in a month.">
        <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
          {plans.map((one) => (
            <PlanCard key={one.slug} plan={one} isYours={one.slug === plan.slug} />
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function Meter({ meter }: { meter: UsageMeter }) {
  const locale = useLocale();
  const { name, used, limit, bonusLeft } = meter;
  const text = usageText(meter, locale);
  const share = limit === null || limit === 0 ? 0 : used / limit;
  return (
    <li>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{name}</span>
        <span className="text-muted tabular-nums">{text}</span>
      </div>
      {limit !== null && (
        <Progress
          label={name}
          value={used}
          max={limit}
          text={text}
          tone={share >= 1 ? "danger" : share >= 0.8 ? "attention" : "stream"}
        />
      )}
      {bonusLeft > 0 && (
        <p className="mt-1 text-13 text-muted">
          {formatNumber(bonusLeft, locale)} more as a bonus, used first.
        </p>
      )}
      {share >= 1 && (
        <p className="mt-1 text-13 text-danger">
          All used. It starts again next month; nothing you have is lost.
        </p>
      )}
    </li>
  );
}

function usageText({ used, limit }: UsageMeter, locale: Locale): string {
  if (limit === null) return `${formatNumber(used, locale)} used, no limit`;
  return `${formatNumber(used, locale)} of ${formatNumber(limit, locale)}`;
}

function PlanCard({ plan, isYours }: { plan: Plan; isYours: boolean }) {
  const locale = useLocale();
  return (
    <li className={clsx("border-t-2 pt-3", isYours ? "border-stream" : "border-line")}>
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="text-16 font-semibold">{plan.name}</h3>
        {isYours && <Badge tone="stream">Yours</Badge>}
      </div>
      <p className="mt-0.5 text-muted">{priceText(plan, locale)}</p>
      {plan.description && <p className="mt-2">{plan.description}</p>}
      <ul className="mt-2 list-disc pl-5 text-muted">
        {plan.features.map((feature) => (
          <li key={feature}>{feature}</li>
        ))}
      </ul>
    </li>
  );
}

function priceText(plan: Plan, locale: Locale): string {
  return plan.priceMonthly.amount === 0
    ? "Free"
    : `${formatMoney(plan.priceMonthly, locale, "short")} a month`;
}
