import { type KeyboardEvent, useEffect, useRef } from "react";
import { controlLook } from "~/components/ui/input";
import { useHouse } from "../house";
import type { LeadLine, LeadsHouse } from "../lead";
import { textOfCell } from "./changes";
import type { Column } from "./columns";
import { useTable } from "./table-context";

type EditorProps = { column: Column; line: LeadLine; close: () => void };

/** In place of the cell: typed or chosen, kept on Enter, on leaving, and on choosing. */
export function CellEditor(props: EditorProps) {
  const options = optionsOf(props.column, useHouse());
  return options ? <ChoiceEditor {...props} options={options} /> : <TypedEditor {...props} />;
}

const look = `${controlLook} h-full rounded-4 px-2 outline-2 outline-focus`;

function TypedEditor({ column, line, close }: EditorProps) {
  const { change } = useTable();
  const input = useRef<HTMLInputElement>(null);
  const before = textOfCell(line, column);
  const isDone = useRef(false);
  useEffect(() => input.current?.select(), []);
  function finish(keeps: boolean): void {
    if (isDone.current) return;
    isDone.current = true;
    const text = input.current?.value.trim() ?? before;
    if (keeps && text !== before) change(line, column, text);
    close();
  }
  return (
    <input
      ref={input}
      autoFocus
      aria-label={column.name}
      type={typeOf(column)}
      inputMode={column.kind === "money" || column.kind === "number" ? "decimal" : undefined}
      defaultValue={before}
      onBlur={() => finish(true)}
      onKeyDown={(event) => onKey(event, finish)}
      className={look}
    />
  );
}

type Pressed = Pick<KeyboardEvent, "key" | "preventDefault" | "stopPropagation">;

function onKey(event: Pressed, finish: (keeps: boolean) => void): void {
  if (event.key !== "Enter" && event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  finish(event.key === "Enter");
}

type Option = { value: string; name: string };

function ChoiceEditor({ column, line, close, options }: EditorProps & { options: Option[] }) {
  const { change } = useTable();
  const before = textOfCell(line, column);
  return (
    <select
      autoFocus
      aria-label={column.name}
      defaultValue={before}
      onChange={({ target }) => {
        if (target.value !== before) change(line, column, target.value);
        close();
      }}
      onBlur={close}
      onKeyDown={(event) => event.key === "Escape" && onKey(event, close)}
      className={look}
    >
      {options.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Nothing where it is typed. */
function optionsOf({ kind, options }: Column, house: LeadsHouse): Option[] | null {
  if (kind === "stage") return house.stages.map(({ id, name }) => ({ value: id, name }));
  if (kind === "person")
    return [{ value: "", name: "Nobody" }, ...house.colleagues.map(({ id, name }) => ({ value: id, name }))];
  if (kind === "select")
    return [{ value: "", name: "–" }, ...(options ?? []).map((name) => ({ value: name, name }))];
  if (kind === "boolean")
    return [
      { value: "", name: "–" },
      { value: "true", name: "Yes" },
      { value: "false", name: "No" },
    ];
  return null;
}

function typeOf({ kind }: Column): string {
  if (kind === "date" || kind === "email" || kind === "url") return kind;
  return kind === "phone" ? "tel" : "text";
}
