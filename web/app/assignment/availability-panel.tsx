import { useState } from "react";
import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { Input } from "~/components/ui/input";
import { ActionButton } from "~/form/action-button";
import { CheckboxField, type FormField, SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { availabilitySchema } from "~/schemas/assignment";
import { type Availability, clockOf, weekdays } from "./assignment";

export type AvailabilityPanelProps = {
  person: Availability;
  zones: { value: string; name: string }[];
  closeTo: string;
};

/** When somebody takes leads, how many, and when they are away. */
export function AvailabilityPanel({ person, zones, closeTo }: AvailabilityPanelProps) {
  const { takesLeads, capacity, timezone, hours } = person;
  const values = {
    takesLeads,
    timezone,
    hasHours: hours !== null,
    ...(capacity === null ? {} : { capacity: String(capacity) }),
  };
  return (
    <SidePanel title={person.name} about="When they take leads, and how many." closeTo={closeTo}>
      <SchemaForm schema={availabilitySchema} intent="save" defaultValue={values} className="grid gap-5">
        {(form, pending) => (
          <>
            <CheckboxField field={form.takesLeads} label="Takes leads" />
            <TextField
              field={form.capacity}
              label="Open leads at most"
              type="number"
              min={1}
              max={10_000}
              optional
              className="max-w-64"
            />
            <SelectField field={form.timezone} label="Time zone" options={zones} />
            <WeekFields form={form} hours={hours} />
            <fieldset className="grid grid-cols-2 gap-3">
              <legend className="mb-1.5 font-medium">Away</legend>
              <TextField field={form.awayFrom} label="First day" type="date" optional />
              <TextField field={form.awayTo} label="Last day" type="date" optional />
            </fieldset>
            <div>
              <Button type="submit" look="primary" pending={pending}>
                Save hours
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
      {person.absences.length > 0 && <Absences absences={person.absences} />}
    </SidePanel>
  );
}

type WeekFieldsProps = {
  form: { hasHours: FormField; from: FormField; to: FormField };
  hours: Availability["hours"];
};

const office = { from: 540, to: 1020 };

function WeekFields({ form, hours }: WeekFieldsProps) {
  const [isOpen, setOpen] = useState(hours !== null);
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">Working hours</legend>
      <Checkbox
        name={form.hasHours.name}
        defaultChecked={hours !== null}
        onChange={(event) => setOpen(event.currentTarget.checked)}
        label="Only at working hours"
        hint="Without, leads come around the clock. Leave a day empty to have it off."
      />
      {isOpen &&
        weekdays.map((weekday, at) => {
          const piece = hours === null ? (at < 5 ? office : undefined) : hours[at]?.[0];
          return (
            <div key={weekday} className="grid grid-cols-[6rem_1fr_auto_1fr] items-center gap-2">
              <span>{weekday}</span>
              <Input
                type="time"
                name={form.from.name}
                defaultValue={piece ? clockOf(piece.from) : ""}
                aria-label={`${weekday} from`}
              />
              <span aria-hidden>–</span>
              <Input
                type="time"
                name={form.to.name}
                defaultValue={piece ? clockOf(Math.min(piece.to, 1439)) : ""}
                aria-label={`${weekday} to`}
              />
            </div>
          );
        })}
    </fieldset>
  );
}

function Absences({ absences }: Pick<Availability, "absences">) {
  return (
    <section aria-label="Days away" className="mt-6 border-t border-line pt-4">
      <h3 className="mb-1 font-medium">Days away</h3>
      <ul>
        {absences.map(({ from, to }) => (
          <li key={`${from} ${to}`} className="flex min-h-9 items-center justify-between gap-3">
            <span>{from === to ? from : `${from} to ${to}`}</span>
            <ActionButton
              intent="be-here"
              fields={{ from, to }}
              size="sm"
              look="quiet"
              aria-label={`Be there from ${from}`}
            >
              Be there
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
