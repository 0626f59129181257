type Command = [name: "open" | "close", form: string];
type Opens = HTMLElement & { open(): Promise<void>; close(): void };

/** `(window.tributary ||= []).push(["open", "frm_…"])` works before this script has come, and after. */
export function obeyCommands(): void {
  const asked: unknown = Reflect.get(window, "tributary");
  Reflect.set(window, "tributary", { push: obey });
  if (Array.isArray(asked)) for (const command of asked as Command[]) obey(command); // safe: each is looked at
}

function obey([name, form]: Command): void {
  const element = [...document.querySelectorAll<Opens>("trb-form")].find(
    (each) => each.getAttribute("form") === form,
  );
  if (name === "open") void element?.open();
  if (name === "close") element?.close();
}
