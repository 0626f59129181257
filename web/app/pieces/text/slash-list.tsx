import { clsx } from "clsx";
import { forwardRef, useEffect, useId, useImperativeHandle, useRef, useState } from "react";
import type { SlashItem } from "./slash-items";

export type SlashListHandle = { press: (event: KeyboardEvent) => boolean };

export type SlashListProps = { items: SlashItem[]; onChoose: (item: SlashItem) => void; field: HTMLElement };

/** The text keeps the focus; the field says which line is chosen. */
export const SlashList = forwardRef<SlashListHandle, SlashListProps>(function SlashList(
  { items, onChoose, field },
  ref,
) {
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const index = Math.min(chosen, Math.max(0, items.length - 1));
  const list = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    press({ key }) {
      if (items.length === 0) return false;
      if (key === "ArrowDown") setChosen((index + 1) % items.length);
      else if (key === "ArrowUp") setChosen((index + items.length - 1) % items.length);
      else if (key === "Enter" || key === "Tab") onChoose(items[index] as SlashItem); // safe: the index is within
      else return false;
      return true;
    },
  }));
  useEffect(() => {
    field.setAttribute("aria-activedescendant", `${id}-${index}`);
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
    return () => void field.removeAttribute("aria-activedescendant");
  }, [field, id, index]);
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="What can stand here"
      data-ground
      className="animate-rise max-h-72 w-60 overflow-y-auto rounded-8 border border-line bg-raised p-1 shadow-lift"
    >
      {items.length === 0 && <p className="px-2 py-1.5 text-muted">Nothing of this name</p>}
      {items.map((item, at) => (
        <div
          key={item.name}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === index}
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(item);
          }}
          className={clsx(
            "flex min-h-8 cursor-default items-center justify-between gap-4 rounded-4 px-2 pointer-coarse:min-h-11",
            at === index && "bg-hover",
          )}
        >
          {item.name}
          {item.hint && <span className="text-12 text-muted">{item.hint}</span>}
        </div>
      ))}
    </div>
  );
});
