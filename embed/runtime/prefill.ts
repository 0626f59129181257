import type { OpenForm } from "../contract";

/**
 * From the page's address, and only into fields whose owner allows it; or from the same form as it stood in the page
 * before this script came, so that nothing is lost that somebody typed meanwhile.
 */
export function prefill(
  { fields }: OpenForm["definition"],
  host: HTMLElement,
  element: HTMLFormElement,
): void {
  const before = host.querySelector("form");
  const given = before ? new FormData(before) : new URLSearchParams(location.search);
  const allowed = new Set(fields.filter(({ canPrefill }) => before ?? canPrefill).map(({ key }) => key));
  fill(element, (name) =>
    allowed.has(name.split(".")[0] ?? "")
      ? given.getAll(name).map((value) => (typeof value === "string" ? value : ""))
      : [],
  );
}

export function fill(element: HTMLFormElement, valuesOf: (name: string) => string[]): void {
  for (const control of element.querySelectorAll<HTMLInputElement>("input,select,textarea")) {
    const values = valuesOf(control.name);
    if (values.length === 0 || control.type === "file") continue;
    if (control.type === "radio" || control.type === "checkbox")
      control.checked = values.includes(control.value);
    else control.value = values[0] ?? "";
  }
}
