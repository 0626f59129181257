import { useFetchers } from "@remix-run/react";
import { Quote } from "lucide-react";
import { Section } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { ActionButton } from "~/form/action-button";
import { TextareaField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { factSchema } from "./schemas";
import { type AnalysisFact, factKinds, sayAddress } from "./website";

type FactListProps = { facts: AnalysisFact[]; mayWrite: boolean };

/** What was found, each with the sentence that says so and where it stands: pieces are written from these, and claims point at them. */
export function FactList({ facts, mayWrite }: FactListProps) {
  const decided = useDecided();
  const shown = facts.map((fact) => ({ ...fact, status: decided.get(fact.id) ?? fact.status }));
  const open = shown.filter(({ status }) => status === "proposed").length;
  return (
    <Section
      id="facts"
      title="Facts"
      about="Pieces are written from these, and every claim points at the sentence behind it."
      action={mayWrite && open > 0 && <All open={open} rest={open < facts.length} />}
    >
      {facts.length === 0 && (
        <p className="text-muted">No sentence of the site says something that a piece could rest on.</p>
      )}
      <div className="grid max-w-2xl gap-8">
        {Object.entries(factKinds).map(([kind, name]) => {
          const some = shown.filter((fact) => fact.kind === kind);
          return (
            some.length > 0 && (
              <div key={kind} role="group" aria-label={name}>
                <h3 className="border-b border-line pb-1 text-12 text-muted">{name}</h3>
                <ul>
                  {some.map((fact) => (
                    <Fact key={fact.id} fact={fact} mayWrite={mayWrite} />
                  ))}
                </ul>
              </div>
            )
          );
        })}
      </div>
    </Section>
  );
}

function All({ open, rest }: { open: number; rest: boolean }) {
  return (
    <span className="inline-flex flex-wrap gap-2">
      <ActionButton intent="facts" fields={{ status: "accepted" }} size="sm">
        {rest && open === 1 ? "Accept the last one" : `Accept ${rest ? "the other" : "all"} ${open}`}
      </ActionButton>
      <ActionButton intent="facts" fields={{ status: "rejected" }} size="sm" look="quiet">
        {rest ? "Reject the rest" : "Reject all"}
      </ActionButton>
    </span>
  );
}

function Fact({ fact, mayWrite }: { fact: AnalysisFact; mayWrite: boolean }) {
  const { statement, sentence, url, status } = fact;
  const isOut = status === "rejected";
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      <div className="flex items-start justify-between gap-3">
        <p className={isOut ? "text-muted line-through" : "font-medium"}>{statement}</p>
        {status === "accepted" && <Badge tone="stream">Accepted</Badge>}
        {isOut && <Badge>Rejected</Badge>}
      </div>
      <blockquote cite={url} className="mt-1 flex gap-2 text-13 text-muted">
        <Quote aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        <span className="min-w-0">
          {sentence !== statement && <span className="block">{sentence}</span>}
          <a href={url} target="_blank" rel="noopener noreferrer nofollow" className="link break-all">
            {sayAddress(url)}
          </a>
        </span>
      </blockquote>
      {mayWrite && <Decide fact={fact} />}
    </li>
  );
}

function Decide({ fact: { id, status, statement } }: { fact: AnalysisFact }) {
  const button = (to: AnalysisFact["status"], name: string) => (
    <ActionButton
      intent="fact"
      fields={{ id, status: to }}
      size="sm"
      look={to === "accepted" ? "secondary" : "quiet"}
      aria-label={`${name}: ${statement}`}
    >
      {name}
    </ActionButton>
  );
  return (
    <div className="mt-2 flex flex-wrap items-start gap-2">
      {status !== "accepted" && button("accepted", "Accept")}
      {status !== "rejected" && button("rejected", "Reject")}
      <Disclosure label="Edit…" look="quiet" size="sm">
        <SchemaForm
          schema={factSchema}
          intent={`fact:${id}`}
          defaultValue={{ statement }}
          className="mt-1 grid gap-2"
        >
          {(fields, pending) => (
            <>
              <TextareaField field={fields.statement} label="In your words" rows={2} />
              <div>
                <Button type="submit" size="sm" pending={pending}>
                  Save and accept
                </Button>
              </div>
            </>
          )}
        </SchemaForm>
      </Disclosure>
    </div>
  );
}

/** Decisions on their way show at once, and go back if they fail. */
function useDecided(): Map<string, AnalysisFact["status"]> {
  const decided = new Map<string, AnalysisFact["status"]>();
  for (const { formData } of useFetchers()) {
    const id = formData?.get("id");
    const status = formData?.get("status");
    const isDecision = formData?.get("intent") === "fact" && typeof id === "string";
    if (isDecision && (status === "accepted" || status === "rejected")) decided.set(id, status);
  }
  return decided;
}
