import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useState } from "react";
import { useFrame } from "~/frame/frame-data";
import { useShortcuts } from "~/frame/shortcuts";
import type { Item } from "./items";

type Options = {
  scroller: RefObject<HTMLElement>;
  items: readonly Item[];
  virtual: Virtualizer<HTMLDivElement, Element>;
  /** Absent where nobody is chosen. */
  onChoose: ((id: string, isRange: boolean) => void) | null;
};

/** j and k go from lead to lead, x chooses the one one is at; Enter opens it, as on any link. */
export function useSteps({ scroller, items, virtual, onChoose }: Options): string | undefined {
  const { singleKeys } = useFrame();
  const [current, setCurrent] = useState<string>();
  const here = () =>
    scroller.current?.querySelector<HTMLElement>("a[data-lead]:focus")?.dataset["lead"] ?? current;
  function step(by: 1 | -1): void {
    const from = items.findIndex((item) => item.kind === "lead" && item.line.id === here());
    for (let index = from + by; index >= 0 && index < items.length; index += by) {
      const item = items[index];
      if (item?.kind !== "lead") continue;
      virtual.scrollToIndex(index, { align: "auto" });
      return setCurrent(item.line.id);
    }
  }
  function choose(isRange: boolean): void {
    const id = here();
    if (id) onChoose?.(id, isRange);
  }
  useShortcuts(
    [
      { keys: "j", run: () => step(1) },
      { keys: "k", run: () => step(-1) },
      { keys: "x", run: () => choose(false) },
      { keys: "X", run: () => choose(true) },
    ],
    singleKeys,
  );
  return current;
}
