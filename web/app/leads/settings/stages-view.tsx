import { Link } from "@remix-run/react";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { Percent } from "~/components/ui/percent";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { type Stage, statusWords } from "../lead";
import { StageMark } from "../stage-mark";

type StagesViewProps = { stages: readonly Stage[]; mayWrite: boolean; base: string; panel?: ReactNode };

const head = [
  { key: "name", name: "Stage" },
  { key: "status", name: "Counts as" },
  { key: "chance", name: "Chance to win", align: "right" as const },
  { key: "first", name: "New leads", hidden: true },
];

/** Where leads stand on their way, in the order of the board. */
export function StagesView({ stages, mayWrite, base, panel }: StagesViewProps) {
  return (
    <Page
      title="Stages"
      about="The columns of the board, from the first word to won or lost."
      action={
        mayWrite && (
          <LinkButton to={`${base}/new`} look="primary" preventScrollReset>
            <Plus aria-hidden />
            Add stage
          </LinkButton>
        )
      }
    >
      <Table caption="Stages" head={head}>
        {stages.map((stage) => (
          <Row key={stage.id}>
            <LeadCell>
              {mayWrite ? (
                <Link to={`${base}/${stage.id}`} preventScrollReset className="font-medium">
                  <StageMark stage={stage} />
                </Link>
              ) : (
                <StageMark stage={stage} />
              )}
            </LeadCell>
            <Cell label="Counts as">{statusWords[stage.status].name}</Cell>
            <Cell label="Chance to win" align="right">
              <Percent of={stage.winProbability / 100} />
            </Cell>
            <Cell actions>{stage.isDefault && <Badge tone="stream">New leads begin here</Badge>}</Cell>
          </Row>
        ))}
      </Table>
      {panel}
    </Page>
  );
}
