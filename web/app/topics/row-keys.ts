import { useRef, type RefObject } from "react";
import { useFrame } from "~/frame/frame-data";
import { useShortcuts } from "~/frame/shortcuts";

/**
 * j and k walk through the rows of a list, x selects the one that has the focus. A row is what carries `data-row` with its
 * id; Enter is its own. Rows that are on their way out are passed over, and the walk goes on where the last one stood.
 */
export function useRowKeys(list: RefObject<HTMLElement>, onSelect?: (id: string) => void): void {
  const { singleKeys } = useFrame();
  const last = useRef(-1);
  function rows(): HTMLElement[] {
    const all = list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [];
    return [...all].filter((row) => row.offsetParent !== null);
  }
  function step(by: 1 | -1): void {
    const all = rows();
    const here = all.findIndex((row) => row === document.activeElement);
    const next = here >= 0 ? here + by : Math.max(last.current, 0);
    last.current = Math.max(0, Math.min(next, all.length - 1));
    all[last.current]?.focus();
  }
  function select(): void {
    const row = rows().find((one) => one === document.activeElement);
    if (row?.dataset.row) onSelect?.(row.dataset.row);
  }
  const walk = [
    { keys: "j", run: () => step(1) },
    { keys: "k", run: () => step(-1) },
  ];
  useShortcuts(onSelect ? [...walk, { keys: "x", run: select }] : walk, singleKeys);
}
