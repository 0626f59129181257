import type { RawAnswers } from "../../../../worker/forms/pure/form";
import { readPost } from "../../../../worker/forms/pure/post";
import type { Definition } from "../definition";

/** What stands in the fields, as a post would bring it. Nothing is sent: for a file stands what looks like its id. */
export function rawOf(definition: Definition, form: HTMLFormElement): RawAnswers {
  const entries = [...new FormData(form)].flatMap(([name, value], index): [string, string][] => {
    if (typeof value === "string") return [[name, value]];
    return value.name === "" ? [] : [[name, `fil_${String(index).padStart(24, "0")}`]];
  });
  return readPost(definition, entries);
}
