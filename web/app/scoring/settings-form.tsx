import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { scoringSchema } from "~/schemas/scoring";
import type { ScoringSettings } from "./rule";

type SettingsFormProps = { settings: ScoringSettings; mayWrite: boolean };

/** Where warm and hot begin, and what no rule may exceed. */
export function SettingsForm({ settings, mayWrite }: SettingsFormProps) {
  const { warmAt, hotAt, hysteresis, fitMax, engagementMax, groups } = settings;
  if (!mayWrite)
    return (
      <p className="text-muted">
        Warm from {warmAt}, hot from {hotAt}. Fit counts up to {fitMax}, engagement up to {engagementMax}.
      </p>
    );
  const values = { warmAt, hotAt, hysteresis, fitMax, engagementMax };
  return (
    <SchemaForm
      key={settings.revision}
      schema={scoringSchema}
      intent="settings"
      defaultValue={Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))}
      className="grid gap-5"
    >
      {(fields, pending) => (
        <>
          <div className="grid max-w-xl grid-cols-2 gap-4 sm:grid-cols-3">
            <TextField field={fields.warmAt} label="Warm from" type="number" min={1} max={99} />
            <TextField field={fields.hotAt} label="Hot from" type="number" min={2} max={100} />
            <TextField
              field={fields.hysteresis}
              label="Leaves a band below it by"
              type="number"
              min={0}
              max={20}
            />
            <TextField field={fields.fitMax} label="Fit counts up to" type="number" min={0} max={100} />
            <TextField
              field={fields.engagementMax}
              label="Engagement up to"
              type="number"
              min={0}
              max={100}
            />
          </div>
          <Caps groups={groups} />
          <div>
            <Button type="submit" pending={pending}>
              Save bands and limits
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function Caps({ groups }: Pick<ScoringSettings, "groups">) {
  if (groups.length === 0) return null;
  return (
    <fieldset className="grid max-w-xl grid-cols-2 gap-4 sm:grid-cols-3">
      <legend className="mb-2 text-13 text-muted">Groups of rules, and what they give together</legend>
      {groups.map(({ name, cap }) => (
        <Field key={name} id={`cap-${name}`} label={name}>
          {(control) => (
            <>
              <input type="hidden" name="groupName" value={name} />
              <Input
                {...control}
                name="groupCap"
                type="number"
                min={0}
                max={100}
                required
                defaultValue={cap}
              />
            </>
          )}
        </Field>
      ))}
    </fieldset>
  );
}
