import { useEffect, useRef } from "react";
import { asksSomething, hasOptions } from "../../../../worker/forms/pure/form";
import { Callout } from "~/components/ui/callout";
import { Switch } from "~/components/ui/switch";
import type { Field } from "../definition";
import { typeGroups, typeWords } from "../field-types";
import { useBuilder } from "./builder-context";
import { changeType, endingOf, fieldOf } from "./edits";
import { EndingPanel } from "./ending-panel";
import { JumpFields } from "./jump-fields";
import { KeyField } from "./key-field";
import { MappingFields, type CustomField } from "./mapping-fields";
import { OptionFields } from "./option-fields";
import { PanelPart, SelectRow, TextRow } from "./rows";
import { RuleFields } from "./rule-fields";
import { StartPanel } from "./start-panel";
import { VisibilityFields } from "./visibility-fields";

export type QuestionPanelProps = { customFields: readonly CustomField[]; onAddNext: () => void };

/** The settings of what is chosen: the first words, one question, or one ending. */
export function QuestionPanel(props: QuestionPanelProps) {
  const { definition, selected, faults } = useBuilder();
  const field = fieldOf(definition, selected);
  const ending = endingOf(definition, selected);
  const wrong = faults.get(selected ?? "") ?? [];
  return (
    <>
      {wrong.length > 0 && (
        <Callout tone="danger" role="status" className="mb-4" title="This has to be mended">
          {wrong.join(" ")}
        </Callout>
      )}
      {field && <FieldPanel key={field.key} field={field} {...props} />}
      {ending && <EndingPanel key={ending.key} ending={ending} />}
      {!field && !ending && <StartPanel />}
    </>
  );
}

function FieldPanel({ field, customFields, onAddNext }: QuestionPanelProps & { field: Field }) {
  const asks = asksSomething(field);
  return (
    <>
      <Basics field={field} onAddNext={onAddNext} />
      {hasOptions(field.type) && <OptionFields field={field} />}
      {asks && <RuleFields field={field} />}
      {field.type === "page_break" && <JumpFields field={field} />}
      {field.type !== "hidden" && <VisibilityFields field={field} />}
      {asks && <MappingFields field={field} customFields={customFields} />}
      <KeyField field={field} />
    </>
  );
}

const typeOptions = typeGroups.flatMap(({ types }) => types.map(({ type, name }) => ({ value: type, name })));

function Basics({ field, onAddNext }: { field: Field; onAddNext: () => void }) {
  const { key, type } = field;
  const { definition, change, changeField, editable } = useBuilder();
  const label = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useFreshFocus(key, label);
  const asks = asksSomething(field);
  const isLong = type === "statement" || type === "consent";
  return (
    <PanelPart title={typeWords(type).name} about={typeWords(type).about}>
      <TextRow
        label={labelNames[type] ?? "Question"}
        value={field.label}
        disabled={!editable}
        inputRef={label}
        rows={isLong ? 3 : undefined}
        onEnter={isLong || !editable ? undefined : onAddNext}
        onChange={(value) => changeField(key, { label: value }, "label")}
      />
      {type !== "page_break" && type !== "hidden" && (
        <TextRow
          label="Help"
          optional
          value={field.help ?? ""}
          disabled={!editable}
          hint="Stands below the question, where somebody may wonder."
          onChange={(value) => changeField(key, { help: value }, "help")}
        />
      )}
      {hasPlaceholder.has(type) && (
        <TextRow
          label="Example in the empty field"
          optional
          value={field.placeholder ?? ""}
          disabled={!editable}
          onChange={(value) => changeField(key, { placeholder: value }, "placeholder")}
        />
      )}
      {asks && type !== "hidden" && (
        <Switch
          label={type === "consent" ? "Has to be agreed to" : "Required"}
          checked={field.isRequired ?? false}
          disabled={!editable}
          onChange={({ target }) => changeField(key, { isRequired: target.checked })}
        />
      )}
      <SelectRow
        label="Kind"
        value={type}
        disabled={!editable}
        options={typeOptions}
        onChange={(next) => change(changeType(definition, key, next))}
      />
    </PanelPart>
  );
}

const labelNames: Partial<Record<Field["type"], string>> = {
  statement: "Words",
  page_break: "Title of the page",
  consent: "What is agreed to",
  hidden: "Name",
};

const hasPlaceholder: ReadonlySet<Field["type"]> = new Set([
  "short_text",
  "long_text",
  "email",
  "phone",
  "url",
  "number",
  "dropdown",
  "country",
]);

/** Words that nobody wrote yet are chosen, so that typing puts others in their place. */
function useFreshFocus(key: string, element: React.RefObject<HTMLInputElement>): void {
  const { fresh } = useBuilder();
  const isFresh = fresh === key;
  useEffect(() => {
    if (!isFresh) return;
    element.current?.focus();
    element.current?.select();
  }, [element, isFresh]);
}
