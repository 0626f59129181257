import type { ChatBody } from "../../test/servers/openai";

/** What a model would answer for a piece of that kind, told apart by a number of its own. */
export function answerAs(body: ChatBody): string {
  const kind = body.response_format?.json_schema?.name ?? "";
  const answer = answers[kind];
  if (!answer) throw new Error(`Nobody here writes “${kind}”.`);
  return JSON.stringify(answer(++written));
}

let written = 0;
const cta = { ctaText: "Order a bag" };
const markdown = "## Water\n\nFilter it first, then weigh it.\n\n- Grind late\n- Pour slowly\n";

const answers: Record<string, (n: number) => object> = {
  blog_post: (n) => ({
    title: `Brewing at home, part ${n}`,
    body: markdown,
    metaTitle: `Brewing at home ${n}`,
    metaDescription: "How to brew a cup that tastes of the bean.",
    keywords: ["brewing"],
    imageAlt: "A cup",
    ...cta,
  }),
  social_post: (n) => ({
    content: `Water first, beans second. Thought ${n}.`,
    hashtags: ["coffee"],
    mediaPrompts: [],
    ...cta,
  }),
  content_upgrade: (n) => ({
    title: `Checklist ${n}`,
    description: "A page to print.",
    body: markdown,
    ...cta,
  }),
  email_sequence: (n) => ({ title: `Welcome ${n}`, description: "For those who are new.", ...cta }),
  email: (n) => ({ subjectLine: `Mail ${n}`, preheader: "Inside", body: markdown, ...cta }),
};
