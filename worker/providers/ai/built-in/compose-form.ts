import { type Draft, draftOf } from "./draft";
import { lowerFirst, upperFirst } from "./phrases";
import { type Asked, type Kind, kinds, known } from "./words/form";

const mostQuestions = 20;

/** A form of the kind that a sentence speaks of, with what the sentence lists: its own words become the labels. */
export function composeForm(wish: string, business: string): Draft {
  const plain = wish.replaceAll(/\s+/g, " ").trim();
  const kind = kinds.find(({ fits }) => fits.test(plain.split(listed)[0] ?? plain)) ?? kindOfAll(plain);
  const usual = isToCall.test(plain) ? [...kind.asked, ...askedBy("phone")] : kind.asked;
  const questions = together(usual, listIn(plain).flatMap(askedBy));
  return draftOf({
    title: business && kind.title === "Write to us" ? `Write to ${business}` : kind.title,
    description: "",
    submitLabel: kind.submit,
    questions: questions.slice(0, mostQuestions).map(questionOf),
    thanksTitle: kind.thanks,
    thanksText: kind.text,
  });
}

/** The same form for some of its readers: who is meant is said, and nothing else changes. */
export function composeWording(
  form: { title: string; description: string; button: string },
  audience: string,
): Draft {
  const whom = lowerFirst(audience.replace(/[.!?\s]+$/, ""));
  return draftOf({
    title: form.title,
    description: form.description ? `For ${whom}: ${lowerFirst(form.description)}` : "",
    submitLabel: form.button || "Send",
  });
}

function kindOfAll(plain: string): Kind {
  // safe: the last kind fits everything
  return kinds.find(({ fits }) => fits.test(plain)) ?? (kinds.at(-1) as Kind);
}

const isToCall = /\b(?:may|can|should|to) call\b/i;

/** Where a sentence begins to list what is to be asked: a word that says so, a colon, or the first question itself. */
const listed =
  /\b(?:that asks?(?: for)?|asks?(?:ing)? (?:for|about)?|collect(?:s|ing)?|wants? to know|with|including|plus)\b:?|:\s|\b(?=how (?:many|much|often)\b|which\b)/i;

/** “name, email and favourite roast (light or dark)”: its parts, with what stands in brackets kept together. */
function listIn(plain: string): string[] {
  const at = listed.exec(plain);
  if (!at) return [];
  const list = plain.slice(at.index + at[0].length).split(/[.!?](?:\s|$)/)[0] ?? "";
  return list
    .split(/(?:,|;|\band\b|\bas well as\b|\bplus\b)(?![^(]*\))/i)
    .map((part) =>
      part.trim().replace(/^(?:for|about|their|your|the|a|an|an optional|optional|also)\s+/i, ""),
    )
    .filter((part) => part.length > 1 && part.length <= 120);
}

function askedBy(part: string): Asked[] {
  const [, words = part, choices] = /^(.*?)\s*\(([^)]*)\)\s*$/.exec(part) ?? [];
  const options = optionsIn(choices ?? "");
  const label = asSaid(words.replace(/^(?:their|your|the)\s+/i, ""));
  if (options.length > 1) {
    const type = /several|multiple|all that apply|\bany\b/i.test(part) ? "multiple_choice" : "single_choice";
    return [{ type, label, options }];
  }
  const asked = known.find(([fits]) => fits.test(words))?.[1];
  if (!asked) return label ? [{ type: "short_text", label }] : [];
  // More words than the lexicon's own say it better than the lexicon does.
  return [words.split(" ").length > 2 && asked.type !== "consent" ? { ...asked, label } : asked];
}

/** “when we may call” is asked as “When may we call?”. */
function asSaid(words: string): string {
  const asked = words.replace(/^(when|where|how|what) (we|they|you) (may|can|could|should)\b/i, "$1 $3 $2");
  return upperFirst(asked) + (/^(?:how|which|what|when|where|why|who)\b.*[^?]$/i.test(asked) ? "?" : "");
}

function optionsIn(text: string): string[] {
  return text
    .split(/,|\/|\bor\b|\band\b/i)
    .map((option) => upperFirst(option.trim()))
    .filter((option) => option !== "" && option.length <= 80);
}

/** What was listed, in its order; of what usually belongs to such a form only what is missing, and the way to answer first. */
function together(usual: Asked[], wished: Asked[]): Asked[] {
  const all = wished.length === 0 ? usual : [...wished, ...usual.filter(isContact)];
  const seen = new Set<string>();
  return all.filter(({ type, label }) => {
    const name = ["email", "phone", "consent", "address", "country"].includes(type)
      ? type
      : label.toLowerCase();
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

function isContact({ type }: Asked): boolean {
  return type === "email" || type === "phone" || type === "consent";
}

function questionOf({ type, label, isRequired = false, options = [], help = "" }: Asked): Draft {
  return draftOf({ type, label, help, isRequired, options, onlyIfQuestion: 0, onlyIfAnswer: "" });
}
