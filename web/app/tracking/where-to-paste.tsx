import type { ReactNode } from "react";
import { CodeBlock } from "./code-block";
import { consentCall, identifyCall } from "./tracking-key";

const places: { name: string; steps: ReactNode }[] = [
  {
    name: "WordPress",
    steps:
      "Appearance, Theme file editor, header.php: paste it before </head>. With a plug-in for header scripts, paste it there.",
  },
  { name: "Webflow", steps: "Site settings, Custom code, Head code: paste it, save, and publish the site." },
  {
    name: "Shopify",
    steps:
      "Online Store, Themes, Edit code, layout/theme.liquid: paste it before </head>. For consent, call it from the customerPrivacy listener.",
  },
  {
    name: "Google Tag Manager",
    steps:
      "A new tag, Custom HTML, on All Pages. The tag cannot carry the integrity attribute when it is written by script: paste it as it is.",
  },
];

/** How the snippet gets into a page, and what the page may tell it. */
export function WhereToPaste() {
  return (
    <div className="grid gap-6">
      <dl className="grid gap-3">
        {places.map(({ name, steps }) => (
          <div key={name} className="grid gap-0.5 sm:grid-cols-[10rem_1fr] sm:gap-4">
            <dt className="font-medium">{name}</dt>
            <dd className="text-muted">{steps}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-2">
        <p>When your consent banner hears yes (or, with false, no):</p>
        <CodeBlock code={consentCall} label="Consent call" />
      </div>
      <div className="grid gap-2">
        <p>When you know who is there, such as after they sign in. It counts only with consent:</p>
        <CodeBlock code={identifyCall} label="Identify call" />
      </div>
    </div>
  );
}

const promises = [
  "No cookie, in any mode. After consent, one line in the browser’s own storage of your website; “no” removes it.",
  "Neither the address (IP) nor the browser’s name is stored; of the place, the country. Of an address on your site, what stands before the question mark.",
  "Who did not consent is a number that is made from a secret of the day. The secret is thrown away at midnight (UTC), and then nobody can tell whose visits those were.",
  "Browsers that send Global Privacy Control send nothing and are not counted.",
  "Each visit is kept for two years, and then only how many there were on a day.",
  "A visitor becomes a lead’s story only with consent, when they give their address or send a form. It can be undone on the lead, and is erased with it.",
];

export function PrivacyWords() {
  return (
    <ul className="grid list-disc gap-1.5 pl-5">
      {promises.map((promise) => (
        <li key={promise}>{promise}</li>
      ))}
    </ul>
  );
}
