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
  for (const control of element.elements) {
    if (
      !(
        control instanceof HTMLInputElement ||
        control instanceof HTMLSelectElement ||
        control instanceof HTMLTextAreaElement
      )
    )
      continue;
    if (!allowed.has(control.name.split(".")[0] ?? "")) continue;
    const values = given.getAll(control.name).map((value) => (typeof value === "string" ? value : ""));
    if (control.type === "radio" || control.type === "checkbox")
      (control as HTMLInputElement).checked = values.includes(control.value);
    else if (values[0] !== undefined && control.type !== "file") control.value = values[0];
  }
}
