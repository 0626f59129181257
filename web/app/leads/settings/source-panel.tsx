import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { ActionButton } from "~/form/action-button";
import { CheckboxField, SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { sourceSchema } from "~/schemas/lead-settings";
import { optionsFrom, sourceTypeWords } from "./setting-words";
import type { SourceSetting } from "./sources-view";

type SourcePanelProps = { source: SourceSetting | null; closeTo: string };

export function SourcePanel({ source, closeTo }: SourcePanelProps) {
  const values = source
    ? { ...source, isActive: source.isActive ? "on" : undefined }
    : { type: "website", isActive: "on" };
  return (
    <SidePanel title={source ? source.name : "Add source"} closeTo={closeTo}>
      <SchemaForm schema={sourceSchema} intent="save" defaultValue={values} className="grid gap-4">
        {(fields, pending) => (
          <>
            <TextField field={fields.name} label="Name" />
            <SelectField field={fields.type} label="Kind" options={optionsFrom(sourceTypeWords)} />
            <TextField field={fields.utmSource} label="UTM source" optional />
            <TextField field={fields.utmMedium} label="UTM medium" optional />
            <TextField field={fields.utmCampaign} label="UTM campaign" optional />
            <CheckboxField field={fields.isActive} label="In use" />
            <div>
              <Button type="submit" look="primary" pending={pending}>
                {source ? "Save source" : "Add source"}
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
      {source && (
        <div className="mt-6 border-t border-line pt-4">
          <ActionButton intent="delete" look="dangerQuiet">
            Delete source
          </ActionButton>
        </div>
      )}
    </SidePanel>
  );
}
