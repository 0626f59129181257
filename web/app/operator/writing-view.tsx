import { Page, Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { ConfirmByTyping } from "~/components/ui/confirm-by-typing";
import { Disclosure } from "~/components/ui/disclosure";
import { Progress } from "~/components/ui/progress";
import { RelativeTime } from "~/components/ui/time";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { useLocale } from "~/locale";
import { dollarsOf, nothingSchema, platformLimitsSchema, stopSchema, stopWords } from "~/schemas/spend";
import { formatMicros } from "~/words/money";
import type { components } from "../../../sdk";

type Desk = components["schemas"]["WritingDesk"];

/** The operator's hand on everything that costs money: the switch, today's spending, the limits. */
export function WritingView({ desk }: { desk: Desk }) {
  return (
    <Page title="Writing" about={`Everybody's words are written by ${desk.model}.`}>
      <Section
        title="Emergency stop"
        about="New calls are refused at once, running ones end within seconds, work that waits goes on when it is lifted."
      >
        {desk.stop ? <Stopped stop={desk.stop} /> : <StopForm />}
      </Section>
      <Section title="Today" about="By all organizations since midnight UTC, failed calls included.">
        <Today desk={desk} />
      </Section>
      <Section title="Limits" about="For everybody together, from the next call on.">
        <LimitsForm desk={desk} />
      </Section>
    </Page>
  );
}

function Stopped({ stop }: { stop: NonNullable<Desk["stop"]> }) {
  return (
    <div className="grid max-w-xl gap-4">
      <Callout tone="danger" title="All writing is stopped">
        {stop.reason} Since <RelativeTime at={stop.since} />. Everybody reads this reason at the top of every
        page.
      </Callout>
      <SchemaForm schema={nothingSchema} intent="resume" className="grid gap-4">
        {(_, pending) => (
          <div>
            <Button type="submit" look="primary" pending={pending}>
              Let writing go on
            </Button>
          </div>
        )}
      </SchemaForm>
    </div>
  );
}

function StopForm() {
  return (
    <Disclosure label="Stop all writing…" look="dangerQuiet">
      <SchemaForm schema={stopSchema} intent="stop" className="grid max-w-xl gap-4">
        {(fields, pending) => (
          <>
            <TextField
              field={fields.reason}
              label="Why"
              hint="One sentence. Everybody reads it at the top of every page."
              autoComplete="off"
            />
            <ConfirmByTyping
              expected={stopWords}
              name={fields.confirmation.name}
              action="Stop all writing"
              pending={pending}
              errors={fields.confirmation.errors}
            />
          </>
        )}
      </SchemaForm>
    </Disclosure>
  );
}

function Today({ desk: { spentTodayMicros, dailyCapMicros } }: { desk: Desk }) {
  const locale = useLocale();
  const spent = formatMicros(spentTodayMicros, locale);
  if (dailyCapMicros === null) return <p className="tabular-nums">{spent}, and nothing limits it.</p>;
  const share = dailyCapMicros === 0 ? 1 : spentTodayMicros / dailyCapMicros;
  const text = `${spent} of ${formatMicros(dailyCapMicros, locale)}`;
  return (
    <div className="max-w-xl">
      <p className="mb-1.5 tabular-nums">{text}</p>
      <Progress
        label="Spent today"
        value={spentTodayMicros}
        max={Math.max(dailyCapMicros, 1)}
        text={text}
        tone={share >= 1 ? "danger" : share >= 0.8 ? "attention" : "stream"}
      />
      {share >= 1 && (
        <p className="mt-1 text-13 text-danger">
          The limit is reached: nothing is written for anybody until midnight UTC, or until it is raised.
        </p>
      )}
    </div>
  );
}

function LimitsForm({ desk: { dailyCapMicros, maxTokens } }: { desk: Desk }) {
  const defaultValue = {
    dailyCapMicros: dollarsOf(dailyCapMicros),
    maxTokens: maxTokens === null ? "" : String(maxTokens),
  };
  return (
    <SchemaForm
      schema={platformLimitsSchema}
      intent="limits"
      defaultValue={defaultValue}
      className="grid max-w-xl gap-4"
    >
      {(fields, pending) => (
        <>
          <TextField
            field={fields.dailyCapMicros}
            label="Dollars a day, all organizations together"
            hint="Empty is no limit."
            inputMode="decimal"
            autoComplete="off"
          />
          <TextField
            field={fields.maxTokens}
            label="Tokens that one answer may have"
            hint="Empty leaves it to each kind of work."
            inputMode="numeric"
            autoComplete="off"
          />
          <div>
            <Button type="submit" look="primary" pending={pending}>
              Save limits
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}
