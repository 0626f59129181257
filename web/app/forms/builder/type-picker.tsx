import { clsx } from "clsx";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { FieldType } from "../definition";
import { typeGroups, type TypeWords } from "../field-types";

/** All kinds of questions; a few letters find one, the arrows walk, Enter takes it. */
export function TypePicker({ onPick }: { onPick: (type: FieldType) => void }) {
  const id = useId();
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const groups = found(asked);
  const all = groups.flatMap(({ types }) => types);
  const current = all[Math.min(at, all.length - 1)];
  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const by = steps[event.key];
    if (by !== undefined) setAt((all.length + Math.min(at, all.length - 1) + by) % Math.max(1, all.length));
    else if (event.key === "Enter" && current) onPick(current.type);
    else return;
    event.preventDefault();
  }
  return (
    <>
      <input
        role="combobox"
        aria-label="Kind of question"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={current && `${id}-${current.type}`}
        autoFocus
        autoComplete="off"
        placeholder="Kind of question"
        value={asked}
        onChange={({ target }) => {
          setAsked(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="h-10 shrink-0 rounded-t-8 border-b border-line bg-transparent px-3 text-14 outline-none pointer-coarse:h-11 pointer-coarse:text-16"
      />
      <div id={id} role="listbox" aria-label="Kinds of questions" className="min-h-0 overflow-y-auto p-1">
        {groups.map(({ name, types }) => (
          <div key={name} role="group" aria-label={name}>
            <p aria-hidden className="px-2 pt-2 pb-1 text-12 text-muted">
              {name}
            </p>
            {types.map((words) => (
              <Kind
                key={words.type}
                id={`${id}-${words.type}`}
                words={words}
                isCurrent={words === current}
                onPick={onPick}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={all.length > 0 ? "sr-only" : "px-3 pb-3 text-13 text-muted"}>
        {all.length > 0 ? "" : "There is no such question."}
      </p>
    </>
  );
}

type KindProps = { id: string; words: TypeWords; isCurrent: boolean; onPick: (type: FieldType) => void };

function Kind({ id, words: { type, name, about, icon: Icon }, isCurrent, onPick }: KindProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return (
    // The keys are the field's above: the focus never comes here.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      onClick={() => onPick(type)}
      className={clsx(
        "flex min-h-8 cursor-default items-center gap-2.5 rounded-4 px-2 pointer-coarse:min-h-11",
        isCurrent ? "bg-hover" : "hover:bg-hover",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span>{name}</span>
      <span className="ml-auto truncate text-12 text-muted">{about}</span>
    </div>
  );
}

function found(asked: string) {
  const wanted = asked.trim().toLowerCase();
  return typeGroups
    .map(({ name, types }) => ({ name, types: types.filter((words) => fits(words, wanted)) }))
    .filter(({ types }) => types.length > 0);
}

function fits({ name, about, words = "" }: TypeWords, wanted: string): boolean {
  return `${name} ${about} ${words}`.toLowerCase().includes(wanted);
}
