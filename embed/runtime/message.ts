import { textBlocks } from "../../worker/forms/pure/markup/text";
import { safeTarget } from "../../worker/forms/pure/target";
import { build, make } from "./dom";

/** In place of the form: thanks, or why there is none. The heading takes the focus, so that it is read out. */
export function drawMessage({
  title,
  text,
  buttonLabel,
  url,
}: {
  title: string;
  text?: string | null;
  buttonLabel?: string | null;
  url?: string | null;
}): HTMLElement {
  const heading = make("h2", { class: "trb-title", part: "title", tabindex: "-1" }, title);
  const message = make("div", { class: "trb-message", part: "message", role: "status" }, heading);
  if (text) message.append(make("p", {}, ...textBlocks(text).map(build)));
  const href = safeTarget(url ?? undefined);
  if (href && buttonLabel) {
    const link = make("a", { class: "trb-button", part: "button", href }, buttonLabel);
    message.append(make("p", { class: "trb-acts" }, link));
  }
  return message;
}
