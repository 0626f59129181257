import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FieldErrors } from "~/components/ui/field";
import { type FormField, SelectField, TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { most, orderSchema } from "~/schemas/bundle";
import { platforms, platformWords } from "./bundle";
import type { firstOrder } from "./order";
import { type EstimateAnswer, OrderEstimate } from "./order-estimate";
import { StepperField } from "./stepper-field";
import { type OrderTopic, TopicFields } from "./topic-fields";
import { useEstimate } from "./use-estimate";

export type OrderFormProps = {
  business: { id: string; name: string };
  strategies: { id: string; name: string; isDefault: boolean }[];
  topics: OrderTopic[];
  start: ReturnType<typeof firstOrder>;
  estimate: EstimateAnswer;
  /** The organization's address. */
  home: string;
};

export function OrderForm(props: OrderFormProps) {
  const { business, strategies, topics, start, estimate, home } = props;
  const { answer, isStale, listen } = useEstimate(estimate, `${home}/bundles/estimate`);
  const strategy = strategies.find(({ isDefault }) => isDefault)?.id ?? "";
  const fits = answer.estimate?.plan.fits ?? true;
  return (
    <div onInput={listen}>
      <SchemaForm
        schema={orderSchema}
        intent="order"
        defaultValue={{ ...start, strategyId: strategy }}
        className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_18rem]"
      >
        {(fields, pending) => (
          <>
            <input type="hidden" name="businessId" value={business.id} />
            <div className="grid max-w-xl min-w-0 gap-10">
              <Part title="How much">
                <Counts fields={fields} />
              </Part>
              <Part title="Where and when">
                <PlatformFields field={fields.platforms} />
                <Period fields={fields} />
              </Part>
              <Part title="About what">
                <Strategy field={fields.strategyId} strategies={strategies} />
                <TopicFields
                  name={fields.topicIds.name}
                  topics={topics}
                  topicsTo={`${home}/topics?business=${business.id}`}
                />
                <TextareaField
                  field={fields.notes}
                  label="Notes"
                  optional
                  hint="What every piece should heed, such as an offer that ends soon."
                />
              </Part>
            </div>
            <div className="lg:sticky lg:top-8 lg:self-start">
              <Part title="What it takes">
                <OrderEstimate answer={answer} isStale={isStale} plans={`${home}/settings/usage`} />
                <TextField field={fields.name} label="Name of the bundle" />
                <Buttons fits={fits} pending={pending} />
              </Part>
            </div>
          </>
        )}
      </SchemaForm>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-4">
      <h2 className="border-b border-line pb-2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

type CountFields = Record<
  "blogPosts" | "socialPosts" | "contentUpgrades" | "emailSequences" | "emailsPerSequence",
  FormField
>;

function Counts({ fields }: { fields: CountFields }) {
  return (
    <div className="-mt-4">
      <StepperField
        field={fields.blogPosts}
        label="Blog posts"
        max={most.blogPosts}
        hint="Up to 52: one a week."
      />
      <StepperField
        field={fields.socialPosts}
        label="Social posts"
        max={most.socialPosts}
        hint="Up to 365: one a day. They lead to the blog posts."
      />
      <StepperField
        field={fields.contentUpgrades}
        label="Upgrades"
        max={most.contentUpgrades}
        hint="A checklist or guide that a reader leaves an address for."
      />
      <StepperField
        field={fields.emailSequences}
        label="Sequences"
        max={most.emailSequences}
        hint="Emails that follow an upgrade."
      />
      <StepperField field={fields.emailsPerSequence} label="Emails in each sequence" min={1} max={12} />
    </div>
  );
}

function PlatformFields({ field }: { field: FormField }) {
  const errorId = `${field.id}-error`;
  return (
    <fieldset aria-describedby={field.errors ? errorId : undefined}>
      <legend className="font-medium">Social posts go to</legend>
      <div className="mt-1 flex flex-wrap gap-x-6">
        {platforms.map((platform) => (
          <Checkbox
            key={platform}
            name={field.name}
            value={platform}
            defaultChecked={field.defaultOptions?.includes(platform)}
            label={platformWords[platform]}
          />
        ))}
      </div>
      <FieldErrors id={errorId} errors={field.errors} />
    </fieldset>
  );
}

function Period({ fields }: { fields: Record<"periodStart" | "periodEnd", FormField> }) {
  return (
    <div className="flex flex-wrap gap-4">
      <TextField field={fields.periodStart} type="date" label="From" className="w-44" />
      <TextField field={fields.periodEnd} type="date" label="To" className="w-44" />
    </div>
  );
}

function Strategy({ field, strategies }: { field: FormField; strategies: OrderFormProps["strategies"] }) {
  if (strategies.length === 0) return <input type="hidden" name={field.name} value="" />;
  const options = [
    ...strategies.map(({ id, name }) => ({ value: id, name })),
    { value: "", name: "Without a strategy" },
  ];
  return <SelectField field={field} label="Strategy" options={options} className="max-w-sm" />;
}

function Buttons({ fits, pending }: { fits: boolean; pending: boolean }) {
  return (
    <div className="flex flex-wrap gap-2">
      {fits && (
        <Button type="submit" name="purpose" value="write" look="primary" pending={pending}>
          Write bundle
        </Button>
      )}
      <Button type="submit" name="purpose" value="keep" look={fits ? "quiet" : "secondary"} pending={pending}>
        Keep for later
      </Button>
    </div>
  );
}
