import { lazy, Suspense, useState } from "react";
import type { Condition } from "../../../worker/kernel/pure/condition";
import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FieldErrors } from "~/components/ui/field";
import { RowsSkeleton } from "~/components/ui/skeleton";
import type { AskableField } from "~/conditions/group";
import { CheckboxField, type FormField, SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { UndoableButton } from "~/form/undoable-button";
import { loadPatiently } from "~/live/patient-fetch";
import { ruleSchema } from "~/schemas/assignment";
import { methodWords, type Named, type Rule } from "./assignment";

const ConditionEditor = lazy(() =>
  loadPatiently(async () => ({ default: (await import("~/conditions/condition-editor")).ConditionEditor })),
);

export type RulePanelProps = {
  rule: Rule | null;
  colleagues: readonly Named[];
  teams: readonly Named[];
  fields: readonly AskableField[];
  closeTo: string;
};

const methods = Object.entries(methodWords).map(([value, name]) => ({ value, name }));

export function RulePanel({ rule, closeTo, ...offered }: RulePanelProps) {
  return (
    <SidePanel title={rule ? rule.name : "Add rule"} closeTo={closeTo}>
      <SchemaForm schema={ruleSchema} intent="save" defaultValue={valuesOf(rule)} className="grid gap-5">
        {(form, pending) => (
          <>
            <TextField field={form.name} label="Name" hint="Such as “Large orders” or “Everybody else”." />
            <WhichLeads field={form.condition} first={rule?.condition ?? null} fields={offered.fields} />
            <WhoGetsThem form={form} {...offered} />
            <CheckboxField field={form.isActive} label="In use" />
            <div>
              <Button type="submit" look="primary" pending={pending}>
                {rule ? "Save rule" : "Add rule"}
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
      {rule && (
        <div className="mt-6 border-t border-line pt-4">
          <UndoableButton intent="delete" look="dangerQuiet" doneTo={closeTo}>
            Delete rule
          </UndoableButton>
        </div>
      )}
    </SidePanel>
  );
}

type WhichLeadsProps = Pick<RulePanelProps, "fields"> & { field: FormField; first: Condition | null };

function WhichLeads({ field, first, fields }: WhichLeadsProps) {
  const [condition, setCondition] = useState(first);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">For leads where</legend>
      <Suspense fallback={<RowsSkeleton rows={1} what="the conditions" />}>
        <ConditionEditor condition={condition} fields={fields} onChange={setCondition} />
      </Suspense>
      <input type="hidden" name={field.name} value={condition ? JSON.stringify(condition) : ""} />
      <FieldErrors id={`${field.id}-error`} errors={field.errors} />
    </fieldset>
  );
}

type WhoGetsThemProps = Pick<RulePanelProps, "colleagues" | "teams"> & {
  form: Record<"teamIds" | "userIds" | "method" | "fallbackTo" | "keepsHours", FormField>;
};

function WhoGetsThem({ form, colleagues, teams }: WhoGetsThemProps) {
  const nobody = { value: "", name: "Nobody: ask the next rule" };
  const others = colleagues.map(({ id, name }) => ({ value: id, name }));
  return (
    <>
      {teams.length > 0 && <Choices field={form.teamIds} legend="Goes to the teams" all={teams} />}
      <Choices field={form.userIds} legend="Goes to the people" all={colleagues} />
      <SelectField field={form.method} label="Among them" options={methods} />
      <SelectField
        field={form.fallbackTo}
        label="When nobody of them is free"
        options={[nobody, ...others]}
      />
      <CheckboxField
        field={form.keepsHours}
        label="Only while they are at work"
        hint="Otherwise a lead of the night has somebody at once."
      />
    </>
  );
}

function valuesOf(rule: Rule | null) {
  if (!rule) return { method: "round_robin", keepsHours: true, isActive: true };
  const { name, method, userIds, teamIds, fallbackTo, keepsHours, isActive } = rule;
  return {
    name,
    method,
    userIds,
    teamIds,
    fallbackTo: fallbackTo ?? "",
    keepsHours,
    isActive,
  };
}

type ChoicesProps = { field: FormField; legend: string; all: readonly Named[] };

function Choices({ field, legend, all }: ChoicesProps) {
  const hasErrors = (field.errors?.length ?? 0) > 0;
  return (
    <fieldset
      aria-describedby={hasErrors ? `${field.id}-error` : undefined}
      className="grid gap-1 sm:grid-cols-2"
    >
      <legend className="mb-1.5 font-medium">{legend}</legend>
      {all.map(({ id, name }) => (
        <Checkbox
          key={id}
          name={field.name}
          value={id}
          defaultChecked={field.defaultOptions?.includes(id)}
          label={name}
        />
      ))}
      <FieldErrors id={`${field.id}-error`} errors={field.errors} />
    </fieldset>
  );
}
