import { expect, it } from "vitest";
import { composeForm } from "./compose-form";

function asked(wish: string): string[] {
  // safe: what the composer writes has these
  const { questions } = composeForm(wish, "Northwind") as unknown as {
    questions: { type: string; label: string }[];
  };
  return questions.map(({ type, label }) => `${type}: ${label}`);
}

it.each([
  [
    "Cafés that want our beans: how many cups a week, which machine, and when we may call.",
    [
      "number: How many cups a week?",
      "short_text: Which machine?",
      "date: When may we call?",

      "email: Your email",
      "phone: Phone",
    ],
  ],
  [
    "I need to learn how many kilos they roast and which origin they like best",
    ["number: How many kilos they roast?", "short_text: Which origin they like best?", "email: Your email"],
  ],
  [
    "A form that asks for name, email and favourite roast (light or dark)",
    ["short_text: Your name", "email: Your email", "single_choice: Favourite roast"],
  ],
  ["Fields: company, phone", ["short_text: Company", "phone: Phone", "email: Your email"]],
  [
    "So that we can call them back",
    ["short_text: Your name", "email: Your email", "long_text: How can we help?", "phone: Phone"],
  ],
  ["A contact form", ["short_text: Your name", "email: Your email", "long_text: How can we help?"]],
])("“%s” asks what the sentence lists", (wish, questions) => {
  expect(asked(wish)).toEqual(questions);
});
