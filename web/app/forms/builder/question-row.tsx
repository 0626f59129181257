import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { clsx } from "clsx";
import {
  ArrowDown,
  ArrowUp,
  CircleAlert,
  CopyPlus,
  Ellipsis,
  GitBranch,
  GripVertical,
  Trash2,
  Type,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "~/components/ui/menu";
import type { Ending, Field } from "../definition";
import { endingIcon, typeWords } from "../field-types";
import { useBuilder } from "./builder-context";
import { duplicateField, moveField, removeEnding, removeField } from "./edits";

export function StartRow() {
  const { definition } = useBuilder();
  return (
    <li className="flex items-center rounded-8 pl-6">
      <Choose target={null} icon={Type} name={definition.title || "Title"} />
    </li>
  );
}

export function FieldRow({ field, index }: { field: Field; index: number }) {
  const { key, label, type } = field;
  const { editable, selected } = useBuilder();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({
      id: key,
    });
  const words = typeWords(type);
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition: transition ?? "" }}
      className={clsx(
        "group/row flex items-center",
        type !== "page_break" && "rounded-8",
        isDragging && "relative z-10 bg-raised shadow-lift",
        type === "page_break" && "mt-2 border-t border-dashed border-edge pt-1",
      )}
    >
      {editable && (
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          aria-label={`Move “${label || words.name}”, number ${index + 1}`}
          className="touch cursor-grab touch-none rounded-4 px-1 py-1.5 text-faint hover:text-ink"
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
      )}
      <Choose target={key} icon={words.icon} name={label || words.name} kind={words.name}>
        {field.isRequired && <span className="text-muted">*</span>}
        {(field.visibleWhen || field.jumps) && <Branch />}
      </Choose>
      {editable && <RowMenu field={field} index={index} isNear={selected === key} />}
    </li>
  );
}

export function EndingRow({ ending }: { ending: Ending }) {
  const { definition, editable, change, select } = useBuilder();
  const { key, title, kind, url } = ending;
  return (
    <li className="flex items-center rounded-8 pl-6">
      <Choose
        target={key}
        icon={endingIcon}
        name={kind === "redirect" ? (url ?? "An address") : title || "Ending"}
      >
        {ending.when && <Branch />}
      </Choose>
      {editable && definition.endings.length > 1 && (
        <Button
          look="quiet"
          size="iconSm"
          aria-label={`Delete ending “${title}”`}
          onClick={() => {
            change(removeEnding(definition, key));
            select(null);
          }}
        >
          <Trash2 aria-hidden />
        </Button>
      )}
    </li>
  );
}

type ChooseProps = {
  target: string | null;
  icon: LucideIcon;
  name: string;
  kind?: string;
  children?: ReactNode;
};

function Choose({ target, icon: Icon, name, kind, children }: ChooseProps) {
  const { selected, open, faults } = useBuilder();
  const wrong = faults.get(target ?? "") ?? [];
  const isCurrent = selected === target;
  return (
    <button
      type="button"
      data-question={target ?? ""}
      aria-current={isCurrent || undefined}
      onClick={() => open(target)}
      className={clsx(
        "flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-8 px-2 text-left pointer-coarse:min-h-11",
        isCurrent ? "bg-stream-soft font-medium text-stream-ink" : "hover:bg-hover",
      )}
    >
      <Icon aria-hidden className={clsx("size-4 shrink-0", isCurrent ? "" : "text-muted")} />
      {kind && <span className="sr-only">{kind}: </span>}
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {children}
      {wrong.length > 0 && (
        <>
          <CircleAlert aria-hidden className="size-4 shrink-0 text-danger" />
          <span className="sr-only">Has to be mended: {wrong.join(" ")}</span>
        </>
      )}
    </button>
  );
}

function Branch() {
  return (
    <>
      <GitBranch aria-hidden className="size-3.5 shrink-0 text-muted" />
      <span className="sr-only">Depends on other answers</span>
    </>
  );
}

function RowMenu({ field, index, isNear }: { field: Field; index: number; isNear: boolean }) {
  const { definition, change, select } = useBuilder();
  const { key, label } = field;
  const last = definition.fields.length - 1;
  function act(next: [typeof definition, string]): void {
    change(next[0]);
    select(next[1]);
  }
  return (
    <Menu
      label={`“${label}”`}
      trigger={
        <Button
          look="quiet"
          size="iconSm"
          aria-label={`More about “${label}”`}
          className={clsx(
            !isNear &&
              "pointer-fine:w-0! pointer-fine:opacity-0 pointer-fine:group-focus-within/row:w-7! pointer-fine:group-focus-within/row:opacity-100 pointer-fine:group-hover/row:w-7! pointer-fine:group-hover/row:opacity-100 pointer-fine:data-[state=open]:w-7! pointer-fine:data-[state=open]:opacity-100",
          )}
        >
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem disabled={index === 0} onSelect={() => change(moveField(definition, key, index - 1))}>
        <ArrowUp aria-hidden />
        Move up
      </MenuItem>
      <MenuItem disabled={index === last} onSelect={() => change(moveField(definition, key, index + 1))}>
        <ArrowDown aria-hidden />
        Move down
      </MenuItem>
      <MenuItem onSelect={() => act(duplicateField(definition, key))}>
        <CopyPlus aria-hidden />
        Duplicate
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        danger
        onSelect={() =>
          act([
            removeField(definition, key),
            definition.fields[index + 1]?.key ?? definition.fields[index - 1]?.key ?? "",
          ])
        }
      >
        <Trash2 aria-hidden />
        Delete
      </MenuItem>
    </Menu>
  );
}
