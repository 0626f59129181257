import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { SelectField, TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { newLeadSchema } from "~/schemas/lead";
import type { LeadsHouse } from "./lead";

type NewLeadPanelProps = { house: LeadsHouse; values: Record<string, string>; closeTo: string };

export function NewLeadPanel({ house, values, closeTo }: NewLeadPanelProps) {
  const { stages, colleagues, mayAssign } = house;
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, name }));
  return (
    <SidePanel title="Add lead" about="What you know; the rest can follow." closeTo={closeTo}>
      <SchemaForm schema={newLeadSchema} intent="create" defaultValue={values} className="grid gap-4">
        {(fields, pending) => (
          <>
            <div className="grid grid-cols-2 gap-3">
              <TextField field={fields.firstName} label="First name" autoFocus />
              <TextField field={fields.lastName} label="Last name" />
            </div>
            <TextField field={fields.email} label="Email" type="email" optional />
            <TextField field={fields.phone} label="Phone" type="tel" optional />
            <TextField
              field={fields.companyName}
              label="Company"
              hint="Found among your companies, or made."
              optional
            />
            <TextField field={fields.jobTitle} label="Job title" optional />
            <SelectField field={fields.stageId} label="Stage" options={named(stages)} />
            {mayAssign && (
              <SelectField
                field={fields.assignedTo}
                label="Owner"
                options={[{ value: "", name: "Nobody yet" }, ...named(colleagues)]}
              />
            )}
            <TextareaField field={fields.notes} label="Notes" optional />
            <div>
              <Button type="submit" look="primary" pending={pending}>
                Add lead
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
    </SidePanel>
  );
}
