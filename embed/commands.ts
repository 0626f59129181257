type Command = [name: string, form: unknown];
type Opens = HTMLElement & { open(): Promise<void>; close(): void };

/**
 * `(window.tributary ||= []).push(["open", "frm_…"])` works before this script has come, and after. The list stays a list:
 * the tracking script hears the same commands, whichever of the two comes first.
 */
export function obeyCommands(): void {
  const asked: unknown = Reflect.get(window, "tributary");
  const queue: Command[] = Array.isArray(asked) ? asked : [];
  Reflect.set(window, "tributary", queue);
  const push = queue.push;
  queue.push = (...commands) => {
    commands.forEach(obey);
    return push.apply(queue, commands);
  };
  [...queue].forEach(obey);
}

function obey([name, form]: Command): void {
  if (name !== "open" && name !== "close") return;
  const element = [...document.querySelectorAll<Opens>("trb-form")].find(
    (each) => each.getAttribute("form") === form,
  );
  if (name === "open") void element?.open();
  else element?.close();
}
