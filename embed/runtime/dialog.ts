import { make } from "./dom";

type Opening = {
  host: HTMLElement;
  root: ShadowRoot;
  mode: string;
  dialog: HTMLDialogElement | null;
  draw: () => HTMLElement;
};

/** Closing hides the form and forgets nothing; opening it again shows what was typed. */
export function openDialog({ host, root, mode, dialog, draw }: Opening): void {
  const shown = dialog ?? makeDialog(host, root, mode, draw());
  if (shown.open) return;
  const before = document.activeElement;
  if (mode === "slide") shown.show();
  else {
    holdPage();
    shown.showModal();
  }
  shown.addEventListener(
    "close",
    () => {
      if (mode !== "slide") releasePage();
      if (before instanceof HTMLElement) before.focus();
    },
    { once: true },
  );
}

function makeDialog(host: HTMLElement, root: ShadowRoot, mode: string, form: HTMLElement): HTMLDialogElement {
  const words = host.getAttribute("close-label") ?? form.dataset["close"] ?? "Close";
  const close = make("button", { class: "close", part: "close", type: "button", "aria-label": words }, "×");
  const dialog = make(
    "dialog",
    { part: "dialog", class: mode, dir: form.dir, "aria-labelledby": "trb-title" },
    make("div", { class: "top" }, close),
    form,
  );
  close.addEventListener("click", () => dialog.close());
  // A modal dialog closes by itself; one that leaves the page usable does not. The page's own Escape is left alone.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    if (mode === "slide") dialog.close();
  });
  root.append(dialog);
  return dialog;
}

let held: { overflow: string; gutter: string } | undefined;

/** The page behind does not scroll, and does not jump by the width of its scrollbar. */
function holdPage(): void {
  const { style } = document.documentElement;
  held ??= { overflow: style.overflow, gutter: style.scrollbarGutter };
  if (innerWidth > document.documentElement.clientWidth) style.scrollbarGutter = "stable";
  style.overflow = "hidden";
}

function releasePage(): void {
  if (!held) return;
  const { style } = document.documentElement;
  style.overflow = held.overflow;
  style.scrollbarGutter = held.gutter;
  held = undefined;
}
