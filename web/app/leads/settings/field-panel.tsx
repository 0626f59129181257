import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { ActionButton } from "~/form/action-button";
import { CheckboxField, SelectField, TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { fieldSchema } from "~/schemas/lead-settings";
import type { FieldSetting } from "./fields-view";
import { fieldTypeWords, optionsFrom } from "./setting-words";

type FieldPanelProps = { field: FieldSetting | null; closeTo: string };

const types = optionsFrom(fieldTypeWords);

export function FieldPanel({ field, closeTo }: FieldPanelProps) {
  const type = field?.type ?? "text";
  const on = (is: boolean | undefined) => (is ? "on" : undefined);
  const values = {
    label: field?.label,
    type,
    description: field?.description,
    options: field?.options.join("\n"),
    isRequired: on(field?.isRequired),
    isUnique: on(field?.isUnique),
    isFilterable: on(field?.isFilterable ?? true),
  };
  return (
    <SidePanel title={field ? field.label : "Add field"} about={field?.key} closeTo={closeTo}>
      <SchemaForm schema={fieldSchema} intent="save" defaultValue={values} className="grid gap-4">
        {(fields, pending) => (
          <>
            <TextField field={fields.label} label="Name" />
            {field ? (
              <input type="hidden" name={fields.type.name} value={field.type} />
            ) : (
              <SelectField field={fields.type} label="Holds" options={types} hint="It stays what it is." />
            )}
            {(!field || type === "select" || type === "multiselect") && (
              <TextareaField
                field={fields.options}
                label="Choices"
                hint="For one or some of several: a choice a line."
                optional={!field}
              />
            )}
            <TextareaField field={fields.description} label="What it is for" optional />
            <CheckboxField field={fields.isFilterable} label="For filters and sorting" />
            <CheckboxField field={fields.isRequired} label="Required" />
            <CheckboxField field={fields.isUnique} label="No two leads have the same" />
            <div>
              <Button type="submit" look="primary" pending={pending}>
                {field ? "Save field" : "Add field"}
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
      {field && (
        <div className="mt-6 border-t border-line pt-4">
          <ActionButton intent={field.archivedAt ? "restore" : "archive"} look="quiet">
            {field.archivedAt ? "Restore field" : "Archive field"}
          </ActionButton>
        </div>
      )}
    </SidePanel>
  );
}
