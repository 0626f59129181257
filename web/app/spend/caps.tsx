import { Button } from "~/components/ui/button";
import { Progress } from "~/components/ui/progress";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { useLocale } from "~/locale";
import { capsSchema, dollarsOf } from "~/schemas/spend";
import type { components } from "../../../sdk";
import { formatMicros } from "~/words/money";

type Budget = components["schemas"]["SpendBudget"];

export function Caps({ budget, mayCap }: { budget: Budget; mayCap: boolean }) {
  return (
    <div className="grid max-w-xl gap-6">
      <Period name="Today" period={budget.day} />
      <Period name="This month" period={budget.month} />
      {mayCap && <CapsForm budget={budget} />}
    </div>
  );
}

function Period({ name, period }: { name: string; period: Budget["day"] }) {
  const locale = useLocale();
  const { spentMicros, capMicros, alertedAt } = period;
  const spent = formatMicros(spentMicros, locale);
  const text = capMicros === null ? `${spent}, no cap` : `${spent} of ${formatMicros(capMicros, locale)}`;
  const share = capMicros === null ? 0 : capMicros === 0 ? 1 : spentMicros / capMicros;
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{name}</span>
        <span className="text-muted tabular-nums">{text}</span>
      </div>
      {capMicros !== null && (
        <Progress
          label={name}
          value={spentMicros}
          max={Math.max(capMicros, 1)}
          text={text}
          tone={share >= 1 ? "danger" : share >= 0.8 ? "attention" : "stream"}
        />
      )}
      {share >= 1 && (
        <p className="mt-1 text-13 text-danger">
          The cap is reached: nothing more is written until{" "}
          {name === "Today" ? "midnight UTC" : "the month ends"}, or until the cap is raised.
        </p>
      )}
      {share < 1 && alertedAt > 0 && (
        <p className="mt-1 text-13 text-muted">A mail was sent when {alertedAt} % were reached.</p>
      )}
    </div>
  );
}

function CapsForm({ budget: { day, month } }: { budget: Budget }) {
  const defaultValue = {
    dailyCapMicros: dollarsOf(day.capMicros),
    monthlyCapMicros: dollarsOf(month.capMicros),
  };
  return (
    <SchemaForm schema={capsSchema} intent="caps" defaultValue={defaultValue} className="grid gap-4">
      {(fields, pending) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              field={fields.dailyCapMicros}
              label="Dollars a day"
              hint="Empty is no cap."
              inputMode="decimal"
              autoComplete="off"
            />
            <TextField
              field={fields.monthlyCapMicros}
              label="Dollars a month"
              hint="Empty is no cap."
              inputMode="decimal"
              autoComplete="off"
            />
          </div>
          <p className="text-13 text-muted">Those who may change the caps get a mail at 50, 80 and 100 %.</p>
          <div>
            <Button type="submit" look="primary" pending={pending}>
              Save caps
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}
