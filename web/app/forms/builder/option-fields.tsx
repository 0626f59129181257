import { Plus } from "lucide-react";
import { type RefObject, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { Textarea } from "~/components/ui/input";
import type { Choice, Field } from "../definition";
import { useBuilder } from "./builder-context";
import { OptionRow } from "./option-row";
import { freshValue, optionsFrom } from "./options";
import { PanelPart } from "./rows";

/** One option a line: Enter begins the next, pasted lines become options, and as text all of them are edited at once. */
export function OptionFields({ field }: { field: Field }) {
  const { changeField, editable } = useBuilder();
  const [asText, setAsText] = useState(false);
  const options = field.options ?? [];
  const set = (next: Choice[], about?: string) => changeField(field.key, { options: next }, about);
  return (
    <PanelPart title="Options">
      {asText ? (
        <AsText options={options} onDone={() => setAsText(false)} onChange={(next) => set(next, "options")} />
      ) : (
        <AsRows options={options} editable={editable} onChange={set} />
      )}
      {editable && !asText && (
        <Button look="quiet" size="sm" className="justify-self-start" onClick={() => setAsText(true)}>
          Edit as text
        </Button>
      )}
    </PanelPart>
  );
}

type AsTextProps = { options: Choice[]; onChange: (options: Choice[]) => void; onDone: () => void };

function AsText({ options, onChange, onDone }: AsTextProps) {
  const [text, setText] = useState(() => options.map(({ label }) => label).join("\n"));
  const [before] = useState(options);
  return (
    <>
      <Textarea
        aria-label="Options, one a line"
        autoFocus
        rows={6}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          const next = optionsFrom(target.value, before);
          if (next.length > 0) onChange(next);
        }}
      />
      <Button size="sm" className="justify-self-start" onClick={onDone}>
        Done
      </Button>
    </>
  );
}

type AsRowsProps = {
  options: Choice[];
  editable: boolean;
  onChange: (options: Choice[], about?: string) => void;
};

function AsRows({ options, editable, onChange }: AsRowsProps) {
  const list = useRef<HTMLOListElement>(null);
  const { insert, move, remove } = useOptionActs(options, onChange, list);
  return (
    <>
      <ol ref={list} aria-label="Options" className="grid gap-1.5">
        {options.map((option, index) => (
          <OptionRow
            key={option.value}
            option={option}
            place={index + 1}
            editable={editable}
            isOnly={options.length <= 1}
            onChange={(label) =>
              onChange(
                options.map((each) => (each === option ? { ...option, label } : each)),
                `option ${option.value}`,
              )
            }
            onPaste={(labels) => insert(index, labels)}
            onMove={(by) => move(index, index + by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      {editable && (
        <Button
          look="quiet"
          size="sm"
          className="justify-self-start"
          onClick={() => insert(options.length - 1, [""])}
        >
          <Plus aria-hidden />
          Add option
        </Button>
      )}
    </>
  );
}

/** Each change of the list, with the focus where whoever made it goes on. */
function useOptionActs(options: Choice[], onChange: AsRowsProps["onChange"], list: RefObject<HTMLElement>) {
  function focusOn(index: number): void {
    requestAnimationFrame(() => list.current?.querySelectorAll("input")[index]?.focus());
  }
  return {
    insert(after: number, labels: string[]): void {
      const isBlank = options[after]?.label === "" && labels[0] !== "";
      const next = isBlank ? options.filter((_, at) => at !== after) : [...options];
      const start = isBlank ? after : after + 1;
      for (const [at, label] of labels.entries())
        next.splice(start + at, 0, { value: freshValue(label, [...options, ...next]), label });
      onChange(next);
      focusOn(start + labels.length - 1);
    },
    move(from: number, to: number): void {
      const option = options[from];
      if (!option || to < 0 || to >= options.length) return;
      const next = options.filter((each) => each !== option);
      next.splice(to, 0, option);
      onChange(next);
      focusOn(to);
    },
    remove(index: number): void {
      if (options.length <= 1) return;
      onChange(options.filter((_, at) => at !== index));
      focusOn(Math.max(0, index - 1));
    },
  };
}
