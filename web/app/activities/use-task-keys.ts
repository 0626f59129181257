import { useFrame } from "~/frame/frame-data";
import { useShortcuts } from "~/frame/shortcuts";

/** j and k go through the tasks, x ticks the one that has the focus and e changes it; Enter opens its lead, as on any link. */
export function useTaskKeys(): void {
  const { singleKeys } = useFrame();
  useShortcuts(
    [
      { keys: "j", run: () => step(1) },
      { keys: "k", run: () => step(-1) },
      { keys: "x", run: () => press("[data-done]") },
      { keys: "e", run: () => press("[data-edit]") },
    ],
    singleKeys,
  );
}

function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>("[data-task] a")];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at === -1 && by < 0 ? links.length - 1 : at + by;
  links[next]?.focus();
}

function press(what: string): void {
  document.activeElement?.closest("[data-task]")?.querySelector<HTMLElement>(what)?.click();
}
