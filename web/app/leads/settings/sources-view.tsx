import { Link } from "@remix-run/react";
import { Plus, Signpost, X } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { ActionButton } from "~/form/action-button";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { tagSchema } from "~/schemas/lead-settings";
import type { Tag } from "../lead";
import { StageDot } from "../stage-mark";
import { sourceTypeWords } from "./setting-words";

export type SourceSetting = {
  id: string;
  name: string;
  type: keyof typeof sourceTypeWords;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  isActive: boolean;
};

type SourcesViewProps = {
  sources: readonly SourceSetting[];
  tags: readonly Tag[];
  mayConfigure: boolean;
  mayWrite: boolean;
  base: string;
  panel?: ReactNode;
};

/** Where leads come from, and what they are marked with. */
export function SourcesView(props: SourcesViewProps) {
  return (
    <Page title="Sources and tags" about="Where leads come from, and how you mark them.">
      <Section
        title="Sources"
        about="A source is made by itself when a form or an import names a new one."
        action={
          props.mayConfigure && (
            <LinkButton to={`${props.base}/new`} preventScrollReset>
              <Plus aria-hidden />
              Add source
            </LinkButton>
          )
        }
      >
        <Sources {...props} />
      </Section>
      <Section title="Tags" about="Words of your own, any number on a lead.">
        <Tags {...props} />
      </Section>
      {props.panel}
    </Page>
  );
}

const head = [
  { key: "name", name: "Source" },
  { key: "type", name: "Kind" },
  { key: "utm", name: "UTM" },
  { key: "state", name: "State", hidden: true },
];

function Sources({ sources, mayConfigure, base }: SourcesViewProps) {
  if (sources.length === 0)
    return (
      <EmptyState icon={Signpost} title="No source yet">
        The first lead that comes by a form brings one along.
      </EmptyState>
    );
  return (
    <Table caption="Sources" head={head}>
      {sources.map(({ id, name, type, utmSource, utmMedium, utmCampaign, isActive }) => (
        <Row key={id}>
          <LeadCell>
            {mayConfigure ? (
              <Link to={`${base}/${id}`} preventScrollReset className="font-medium">
                {name}
              </Link>
            ) : (
              name
            )}
          </LeadCell>
          <Cell label="Kind">{sourceTypeWords[type]}</Cell>
          <Cell label="UTM">{[utmSource, utmMedium, utmCampaign].filter(Boolean).join(" · ") || "–"}</Cell>
          <Cell actions>{!isActive && <Badge>Out of use</Badge>}</Cell>
        </Row>
      ))}
    </Table>
  );
}

function Tags({ tags, mayWrite }: SourcesViewProps) {
  return (
    <div className="grid gap-5">
      {tags.length > 0 && (
        <ul aria-label="Tags" className="flex flex-wrap gap-2">
          {tags.map(({ id, name, color }) => (
            <li
              key={id}
              data-ground
              className="inline-flex h-8 items-center gap-2 rounded-8 border border-line py-0.5 pr-0.5 pl-2.5"
            >
              <StageDot color={color} />
              {name}
              {mayWrite && (
                <ActionButton
                  intent="delete-tag"
                  fields={{ id, name, color }}
                  size="iconSm"
                  look="quiet"
                  aria-label={`Delete tag ${name}`}
                >
                  <X aria-hidden />
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <SchemaForm
          schema={tagSchema}
          intent="create-tag"
          defaultValue={{ color: "#64748b" }}
          className="flex flex-wrap items-end gap-3"
          startsOver
        >
          {(fields, pending) => (
            <>
              <TextField field={fields.name} label="New tag" className="w-56" />
              <TextField field={fields.color} label="Colour" type="color" className="w-20" />
              <Button type="submit" pending={pending}>
                Add tag
              </Button>
            </>
          )}
        </SchemaForm>
      )}
    </div>
  );
}
