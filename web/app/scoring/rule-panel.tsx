import { Form } from "@remix-run/react";
import { useState } from "react";
import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { Switch } from "~/components/ui/switch";
import { ConditionEditor } from "~/conditions/condition-editor";
import type { AskableField } from "~/conditions/group";
import { UndoableButton } from "~/form/undoable-button";
import { usePendingIntent } from "~/form/pending-intent";
import { EventFields, NumberInput } from "./event-fields";
import { PreviewLine } from "./preview-line";
import { askableSignals, draftOf, lackOf, newDraft, type RuleDraft, type ScoringRule } from "./rule";
import { type PreviewState, usePreview } from "./use-preview";

export type RulePanelProps = {
  rule: ScoringRule | null;
  fields: readonly AskableField[];
  groups: readonly string[];
  closeTo: string;
  previewTo: string;
  /** Why it was not kept. */
  refusal?: string;
};

/** One rule: when it counts, for how much, and what that would do to the leads there are. */
export function RulePanel(props: RulePanelProps) {
  const { rule, previewTo } = props;
  const [draft, setDraft] = useState(() => (rule ? draftOf(rule) : newDraft("property")));
  const before = rule ? JSON.stringify(draftOf(rule)) : "";
  const tried = usePreview(previewTo, rule?.id ?? null, draft, before);
  return <RulePanelView {...props} draft={draft} onChange={setDraft} tried={tried} />;
}

type ViewProps = RulePanelProps & {
  draft: RuleDraft;
  onChange(draft: RuleDraft): void;
  tried: PreviewState;
};

export function RulePanelView({ rule, fields, groups, closeTo, refusal, draft, onChange, tried }: ViewProps) {
  const pending = usePendingIntent("save");
  const lack = lackOf(draft);
  const set = (change: Partial<RuleDraft>) => onChange({ ...draft, ...change });
  return (
    <SidePanel title={rule ? rule.name : "Add rule"} closeTo={closeTo}>
      <Form method="post" className="grid gap-5" preventScrollReset>
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="rule" value={JSON.stringify(draft)} />
        {refusal && <Callout tone="danger" title={refusal} />}
        {!rule && (
          <Kind kind={draft.kind} onChange={(kind) => onChange({ ...newDraft(kind), name: draft.name })} />
        )}
        <Field id="rule-name" label="Name" hint="As it stands among the reasons of a score.">
          {(control) => (
            <Input
              {...control}
              value={draft.name}
              maxLength={80}
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
        </Field>
        <Worth draft={draft} groups={groups} onChange={set} />
        {draft.kind === "event" && <EventFields draft={draft} onChange={set} />}
        <div>
          <p className="mb-1.5 font-medium">{draft.kind === "event" ? "Only where" : "When"}</p>
          <ConditionEditor
            key={draft.kind}
            condition={draft.condition}
            fields={draft.kind === "event" ? askableSignals : fields}
            onChange={(condition) => set({ condition })}
          />
        </div>
        <div className="-mx-5 grid gap-3 border-t border-line bg-raised px-5 py-3">
          <PreviewLine tried={tried} />
          <div className="flex items-center gap-3">
            <Button type="submit" look="primary" pending={pending} disabled={lack !== null}>
              {rule ? "Save rule" : "Add rule"}
            </Button>
            {lack && <span className="text-13 text-muted">{lack}</span>}
          </div>
        </div>
      </Form>
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

function Kind({ kind, onChange }: { kind: RuleDraft["kind"]; onChange(kind: RuleDraft["kind"]): void }) {
  return (
    <Field id="rule-kind" label="It is about">
      {(control) => (
        <Select
          {...control}
          value={kind}
          onChange={({ target }) => onChange(target.value === "event" ? "event" : "property")}
        >
          <option value="property">What a lead is</option>
          <option value="event">What a lead does</option>
        </Select>
      )}
    </Field>
  );
}

type WorthProps = Pick<ViewProps, "draft" | "groups"> & { onChange(change: Partial<RuleDraft>): void };

function Worth({ draft, groups, onChange }: WorthProps) {
  return (
    <>
      <div className="grid grid-cols-2 gap-4">
        <Field id="rule-points" label="Points, −100 to 100">
          {(control) => (
            <NumberInput
              {...control}
              value={draft.points}
              min={-100}
              max={100}
              onValue={(points) => onChange({ points: points ?? 0 })}
            />
          )}
        </Field>
        <Field id="rule-axis" label="Counts as">
          {(control) => (
            <Select
              {...control}
              value={draft.axis}
              onChange={({ target }) => onChange({ axis: target.value === "fit" ? "fit" : "engagement" })}
            >
              <option value="fit">Fit</option>
              <option value="engagement">Engagement</option>
            </Select>
          )}
        </Field>
      </div>
      {groups.length > 0 && (
        <Field id="rule-group" label="Group" hint="Rules of a group share what they give at most.">
          {(control) => (
            <Select
              {...control}
              value={draft.group ?? ""}
              onChange={({ target }) => onChange({ group: target.value || null })}
            >
              <option value="">None</option>
              {groups.map((group) => (
                <option key={group} value={group}>
                  {group}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Switch
        label="It counts"
        checked={draft.isActive}
        onChange={({ target }) => onChange({ isActive: target.checked })}
      />
    </>
  );
}
