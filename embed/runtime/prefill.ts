import type { OpenForm } from "../contract";

/** From the page's address, and only into fields whose owner allows it. */
export function prefill({ fields }: OpenForm["definition"], element: HTMLFormElement): void {
  const given = new URLSearchParams(location.search);
  for (const { key } of fields.filter(({ canPrefill }) => canPrefill)) {
    const values = given.getAll(key).map((value) => value.slice(0, 500));
    if (values.length === 0) continue;
    for (const control of element.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${key}"]`)) {
      if (control instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(control.type))
        control.checked = values.includes(control.value);
      else if (control.type !== "file") control.value = values[0] ?? "";
    }
  }
}
