import type { ReactNode } from "react";
import { Code } from "./code";
import { type Embedded, policyLines, reactSnippet } from "./snippets";

/** Where the code goes on the platforms that people ask about. */
export function Hints({ embedded }: { embedded: Embedded }) {
  return (
    <div className="divide-y divide-line border-y border-line">
      <Hint name="WordPress">
        Add a block “Custom HTML” where the form shall stand and paste the code. On wordpress.com this needs a
        plan that allows scripts; on others, use the link.
      </Hint>
      <Hint name="Webflow">Drag “Code Embed” into the page, paste the code, and publish the site.</Hint>
      <Hint name="Shopify">
        In the theme editor add a section “Custom Liquid” and paste the code. For every page, put it into
        theme.liquid before the end of the body.
      </Hint>
      <Hint name="React">
        <Code label="Code for React" text={reactSnippet(embedded)} copy="Copy component" />
      </Hint>
      <Hint name="Content security policy">
        <p className="mb-2">A page with a policy of its own needs these two sources, and no other:</p>
        <Code label="Sources for the policy" text={policyLines(embedded.origin)} copy="Copy sources" />
      </Hint>
    </div>
  );
}

function Hint({ name, children }: { name: string; children: ReactNode }) {
  return (
    <details className="py-1">
      <summary className="flex min-h-9 cursor-pointer items-center font-medium pointer-coarse:min-h-11">
        {name}
      </summary>
      <div className="pb-3 text-muted">{children}</div>
    </details>
  );
}
