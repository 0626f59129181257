import { safeTarget } from "../target";
import { type Block, block } from "./block";

/** A text of an owner: lines stay lines, and addresses that begin with https are links, such as to a privacy page. */
export function textBlocks(text: string): Block[] {
  return text.split(/(https:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).flatMap((part, index) => {
    const target = index % 2 === 1 ? safeTarget(part) : null;
    return target ? [linkTo(target, part)] : linesOf(part);
  });
}

function linkTo(href: string, words: string): Block {
  return block("a", { href, target: "_blank", rel: "noopener noreferrer" }, words.replace("https://", ""));
}

function linesOf(text: string): Block[] {
  return text
    .split("\n")
    .flatMap((line, index): Block[] => (index === 0 ? [line] : [["br", {}], line]))
    .filter((part) => part !== "");
}
