import type { FormAnswer, Runtime } from "../contract";
import { openDialog } from "./dialog";
import { make, tell } from "./dom";
import { drawForm } from "./form";
import { sheetOf } from "./look";
import { drawMessage } from "./message";

export const mountForm: Runtime["mountForm"] = (host, root, answer, from) => {
  if (refuses(host, answer)) return;
  dress(root, answer);
  root.replaceChildren(draw(host, answer, from));
  tell(host, "ready");
};

export const openForm: Runtime["openForm"] = (host, root, answer, from) => {
  const mode = host.getAttribute("mode") ?? "inline";
  if (mode === "inline") return root.querySelector<HTMLElement>("input,select,textarea,button")?.focus();
  const known = root.querySelector("dialog");
  if (!known && refuses(host, answer)) return;
  if (!known) dress(root, answer);
  openDialog({ host, root, mode, dialog: known, draw: () => draw(host, answer, from) });
  if (!known) tell(host, "ready");
  tell(host, "open");
};

function draw(host: HTMLElement, answer: FormAnswer, from: string): HTMLElement {
  if ("definition" in answer) return drawForm(host, answer, from);
  const wrapper = make("div", { class: "trb", part: "form" });
  if ("closed" in answer) wrapper.append(drawMessage(answer.closed));
  return wrapper;
}

function dress(root: ShadowRoot, answer: FormAnswer): void {
  if (!("look" in answer)) return;
  const styles = new CSSStyleSheet();
  styles.replaceSync(answer.styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets.slice(0, 1), sheetOf(answer.look), styles];
}

/** The link between the tags stays; why is said where a developer looks for it (CORS-03). */
function refuses(host: HTMLElement, answer: FormAnswer): boolean {
  if (!("detail" in answer)) return false;
  // eslint-disable-next-line no-console -- the page's developer is who can mend it
  console.error(`Tributary: the form ${host.getAttribute("form") ?? ""} is not shown. ${answer.detail}`);
  tell(host, "error", { reason: answer.code });
  return true;
}
