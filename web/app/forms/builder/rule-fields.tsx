import { Checkbox } from "~/components/ui/checkbox";
import type { Field, FieldType } from "../definition";
import { useBuilder } from "./builder-context";
import { FileRules } from "./file-rules";
import { NumberRow, PanelPart, RowPair, TextRow } from "./rows";
import type { RulesProps } from "./rules-props";

/** What an answer has to be, where its kind can ask for more. */
export function RuleFields({ field }: { field: Field }) {
  const { changeField, editable } = useBuilder();
  const Inside = insides[field.type];
  if (!Inside) return null;
  const rules = field.rules ?? {};
  return (
    <PanelPart title={titles[field.type] ?? "Accepted answers"}>
      <Inside
        rules={rules}
        editable={editable}
        set={(patch, about) => changeField(field.key, { rules: { ...rules, ...patch } }, about)}
      />
    </PanelPart>
  );
}

const titles: Partial<Record<FieldType, string>> = { scale: "Steps", rating: "Stars", hidden: "Value" };

const insides: Partial<Record<FieldType, (props: RulesProps) => React.ReactNode>> = {
  short_text: ShortText,
  long_text: Lengths,
  number: Numbers,
  date: Dates,
  multiple_choice: Choices,
  rating: Stars,
  scale: Steps,
  file: FileRules,
  country: Countries,
  address: Countries,
  hidden: Hidden,
};

function Lengths({ rules, editable, set }: RulesProps) {
  return (
    <RowPair>
      <NumberRow
        label="Fewest letters"
        value={rules.minLength}
        min={1}
        max={5000}
        disabled={!editable}
        onChange={(minLength) => set({ minLength }, "minLength")}
      />
      <NumberRow
        label="Most letters"
        value={rules.maxLength}
        min={1}
        max={5000}
        disabled={!editable}
        onChange={(maxLength) => set({ maxLength }, "maxLength")}
      />
    </RowPair>
  );
}

function ShortText(props: RulesProps) {
  const { rules, editable, set } = props;
  return (
    <>
      <Lengths {...props} />
      <TextRow
        label="Pattern"
        optional
        value={rules.mask ?? ""}
        placeholder="@@-####"
        disabled={!editable}
        hint="# is a digit, @ a letter, * either; everything else is itself."
        onChange={(mask) => set({ mask: mask || undefined }, "mask")}
      />
    </>
  );
}

function Numbers({ rules, editable, set }: RulesProps) {
  return (
    <>
      <RowPair>
        <NumberRow
          label="Smallest"
          whole={false}
          value={rules.min}
          disabled={!editable}
          onChange={(min) => set({ min }, "min")}
        />
        <NumberRow
          label="Largest"
          whole={false}
          value={rules.max}
          disabled={!editable}
          onChange={(max) => set({ max }, "max")}
        />
      </RowPair>
      <Checkbox
        label="Whole numbers only"
        checked={rules.isWhole ?? false}
        disabled={!editable}
        onChange={({ target }) => set({ isWhole: target.checked || undefined })}
      />
    </>
  );
}

function Dates(props: RulesProps) {
  return (
    <>
      <DayRow {...props} name="earliest" label="Not before" />
      <DayRow {...props} name="latest" label="Not after" />
    </>
  );
}

function DayRow({
  rules,
  editable,
  set,
  name,
  label,
}: RulesProps & { name: "earliest" | "latest"; label: string }) {
  const value = rules[name];
  return (
    <div>
      <label className="grid gap-1.5 font-medium">
        {label}
        <input
          type="date"
          value={value === "today" ? "" : (value ?? "")}
          disabled={!editable || value === "today"}
          onChange={({ target }) => set({ [name]: target.value || undefined }, name)}
          className="h-9 w-full rounded-8 border border-edge bg-raised px-3 font-normal disabled:border-line disabled:bg-sunken pointer-coarse:h-11 pointer-coarse:text-16"
        />
      </label>
      <Checkbox
        label="The day it is filled in"
        checked={value === "today"}
        disabled={!editable}
        onChange={({ target }) => set({ [name]: target.checked ? "today" : undefined })}
      />
    </div>
  );
}

function Choices({ rules, editable, set }: RulesProps) {
  return (
    <RowPair>
      <NumberRow
        label="At least"
        value={rules.minChoices}
        min={1}
        max={100}
        disabled={!editable}
        onChange={(minChoices) => set({ minChoices }, "minChoices")}
      />
      <NumberRow
        label="At most"
        value={rules.maxChoices}
        min={1}
        max={100}
        disabled={!editable}
        onChange={(maxChoices) => set({ maxChoices }, "maxChoices")}
      />
    </RowPair>
  );
}

function Stars(props: RulesProps) {
  const { rules, editable, set } = props;
  return (
    <>
      <NumberRow
        label="How many"
        value={rules.max ?? 5}
        min={3}
        max={10}
        disabled={!editable}
        onChange={(max) => set({ max: max ?? 5 }, "max")}
      />
      <StepEnds {...props} />
    </>
  );
}

function Steps(props: RulesProps) {
  const { rules, editable, set } = props;
  return (
    <>
      <RowPair>
        <NumberRow
          label="From"
          value={rules.min ?? 0}
          min={0}
          max={1}
          disabled={!editable}
          onChange={(min) => set({ min: min ?? 0 }, "min")}
        />
        <NumberRow
          label="To"
          value={rules.max ?? 10}
          min={2}
          max={10}
          disabled={!editable}
          onChange={(max) => set({ max: max ?? 10 }, "max")}
        />
      </RowPair>
      <StepEnds {...props} />
    </>
  );
}

function StepEnds({ rules, editable, set }: RulesProps) {
  return (
    <>
      <TextRow
        label="The lowest means"
        optional
        value={rules.lowLabel ?? ""}
        disabled={!editable}
        onChange={(lowLabel) => set({ lowLabel: lowLabel || undefined }, "lowLabel")}
      />
      <TextRow
        label="The highest means"
        optional
        value={rules.highLabel ?? ""}
        disabled={!editable}
        onChange={(highLabel) => set({ highLabel: highLabel || undefined }, "highLabel")}
      />
    </>
  );
}

function Countries({ rules, editable, set }: RulesProps) {
  return (
    <TextRow
      label="Only these countries"
      optional
      value={(rules.countries ?? []).join(", ")}
      placeholder="DE, AT, CH"
      disabled={!editable}
      hint="Their two letters, with commas between them. Empty means all."
      onChange={(text) => {
        const countries = text.toUpperCase().match(/[A-Z]{2}/g) ?? [];
        set({ countries: countries.length > 0 ? countries : undefined }, "countries");
      }}
    />
  );
}

function Hidden({ rules, editable, set }: RulesProps) {
  return (
    <TextRow
      label="When nothing comes along"
      optional
      value={rules.defaultValue ?? ""}
      disabled={!editable}
      onChange={(defaultValue) => set({ defaultValue: defaultValue || undefined }, "defaultValue")}
    />
  );
}
