import { Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { ActionButton } from "~/form/action-button";
import { TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import type { Business } from "./businesses-view";
import { promotionSchema } from "./schemas";

type Promotion = Business["promotions"][number];

/** What is on for a while: bundles of that time may speak of it. */
export function Promotions({ promotions, mayWrite }: { promotions: Promotion[]; mayWrite: boolean }) {
  return (
    <>
      <Section
        title="Promotions"
        about="Offers for a while. What is written for that time may speak of them."
      >
        {promotions.length === 0 && <p className="text-muted">None yet.</p>}
        <ul className="grid max-w-2xl">
          {promotions.map((promotion, index) => (
            <li
              key={JSON.stringify(promotion)}
              className="border-b border-line py-3 first:pt-0 last:border-b-0"
            >
              <p className="font-medium">{promotion.name}</p>
              {whenOf(promotion) && <p className="text-13 text-muted">{whenOf(promotion)}</p>}
              {promotion.description && <p className="mt-1 whitespace-pre-line">{promotion.description}</p>}
              {mayWrite && <Change promotion={promotion} index={index} />}
            </li>
          ))}
        </ul>
      </Section>
      {mayWrite && (
        <Section title="Add a promotion">
          <PromotionForm intent="promotion:add" button="Add promotion" />
        </Section>
      )}
    </>
  );
}

function Change({ promotion, index }: { promotion: Promotion; index: number }) {
  return (
    <div className="mt-2 flex flex-wrap items-start gap-2">
      <Disclosure label="Change…" look="quiet" size="sm">
        <PromotionForm
          intent={`promotion:${index}`}
          button={`Save “${promotion.name}”`}
          promotion={promotion}
        />
      </Disclosure>
      <ActionButton
        intent="promotion:remove"
        fields={{ index: String(index), name: promotion.name }}
        look="quiet"
        size="sm"
        aria-label={`Remove ${promotion.name}`}
      >
        Remove
      </ActionButton>
    </div>
  );
}

type PromotionFormProps = { intent: string; button: string; promotion?: Promotion };

function PromotionForm({ intent, button, promotion }: PromotionFormProps) {
  return (
    <SchemaForm
      schema={promotionSchema}
      intent={intent}
      defaultValue={promotion}
      startsOver={promotion === undefined}
      className="grid max-w-md gap-4 sm:grid-cols-2"
    >
      {(fields, pending) => (
        <>
          <TextField field={fields.name} label="Name" className="sm:col-span-2" autoComplete="off" />
          <TextareaField
            field={fields.description}
            label="What it is"
            optional
            rows={2}
            className="sm:col-span-2"
          />
          <TextField field={fields.startsOn} label="First day" type="date" optional />
          <TextField field={fields.endsOn} label="Last day" type="date" optional />
          <div className="sm:col-span-2">
            <Button type="submit" pending={pending}>
              {button}
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function whenOf({ startsOn, endsOn }: Promotion): string {
  if (startsOn && endsOn) return `${startsOn} to ${endsOn}`;
  if (startsOn) return `From ${startsOn}`;
  return endsOn ? `Until ${endsOn}` : "";
}
