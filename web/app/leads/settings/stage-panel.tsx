import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { ActionButton } from "~/form/action-button";
import { SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { stageSchema } from "~/schemas/lead-settings";
import { type Stage, statusWords } from "../lead";

type StagePanelProps = { stage: Stage | null; position: number; closeTo: string };

const statuses = Object.entries(statusWords).map(([value, { name }]) => ({ value, name }));

export function StagePanel({ stage, position, closeTo }: StagePanelProps) {
  const values = stage
    ? { ...stage, winProbability: String(stage.winProbability), position: String(position) }
    : { status: "contacted", winProbability: "20", color: "#6366f1", position: String(position) };
  return (
    <SidePanel title={stage ? stage.name : "Add stage"} closeTo={closeTo}>
      <SchemaForm schema={stageSchema} intent="save" defaultValue={values} className="grid gap-4">
        {(fields, pending) => (
          <>
            <TextField field={fields.name} label="Name" />
            <SelectField
              field={fields.status}
              label="Counts as"
              options={statuses}
              hint="What a lead in it is, for reports. It stays once leads stand in the stage."
            />
            <TextField
              field={fields.winProbability}
              label="Chance to win, in percent"
              type="number"
              min={0}
              max={100}
              className="max-w-40"
            />
            <TextField
              field={fields.position}
              label="Place on the board"
              type="number"
              min={1}
              max={30}
              className="max-w-40"
            />
            <TextField field={fields.color} label="Colour" type="color" className="max-w-40" />
            <div>
              <Button type="submit" look="primary" pending={pending}>
                {stage ? "Save stage" : "Add stage"}
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
      {stage && (
        <div className="mt-6 flex flex-wrap gap-2 border-t border-line pt-4">
          {!stage.isDefault && stage.status === "new" && (
            <ActionButton intent="begin-here">Let new leads begin here</ActionButton>
          )}
          {!stage.isDefault && (
            <ActionButton intent="delete" look="dangerQuiet">
              Delete stage
            </ActionButton>
          )}
        </div>
      )}
    </SidePanel>
  );
}
