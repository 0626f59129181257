import type { components } from "../../../sdk";

export type Strategy = components["schemas"]["Strategy"];
type Words<K extends string> = Record<K, { name: string; about: string }>;

export const goalWords: Words<Strategy["goal"]> = {
  awareness: { name: "Awareness", about: "People who do not know you yet find out that you exist" },
  consideration: { name: "Consideration", about: "People who compare see why you fit" },
  conversion: { name: "Conversion", about: "People who are nearly sure take the step" },
  retention: { name: "Retention", about: "Customers stay and get more out of it" },
};

export const voiceWords: Words<Strategy["voice"]> = {
  expert: { name: "Expert", about: "Knows the matter and says where from" },
  friendly: { name: "Friendly", about: "Warm and plain, like a good neighbour" },
  insider: { name: "Insider", about: "Tells how it really goes behind the counter" },
  storyteller: { name: "Storyteller", about: "Begins with people and what happened to them" },
};

export const templateWords: Words<Strategy["template"]> = {
  "how-to": { name: "How-to", about: "Step by step to a result" },
  "problem-solution": { name: "Problem and solution", about: "What hurts, why, and what helps" },
  listicle: { name: "List", about: "Numbered points that can be skimmed" },
  "case-study": { name: "Case study", about: "What one customer did and what came of it" },
  comprehensive: { name: "Complete guide", about: "Everything about one question in one place" },
};

export const lengthWords: Words<Strategy["length"]> = {
  quick: { name: "Quick", about: "Read in a coffee break" },
  standard: { name: "Standard", about: "As long as most articles" },
  deep: { name: "Deep", about: "For those who want it all" },
};

/** For a select: the name and what is meant by it. */
export function optionsOf(words: Words<string>): { value: string; name: string }[] {
  return Object.entries(words).map(([value, { name, about }]) => ({ value, name: `${name}: ${about}` }));
}

export function summaryOf({ goal, voice, template, length }: Strategy): string {
  return [goalWords[goal], voiceWords[voice], templateWords[template], lengthWords[length]]
    .map(({ name }) => name)
    .join(" · ");
}
