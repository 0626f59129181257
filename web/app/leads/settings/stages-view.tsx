import { Link } from "@remix-run/react";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { Percent } from "~/components/ui/percent";
import { Cell, LeadCell, Table } from "~/components/ui/table";
import { type Move, Sortable } from "~/sorting/sortable";
import { MoveMenu, OrderedRow } from "~/sorting/sortable-row";
import { type Stage, statusWords } from "../lead";
import { StageMark } from "../stage-mark";

type StagesViewProps = {
  stages: readonly Stage[];
  mayWrite: boolean;
  base: string;
  onMove: Move;
  panel?: ReactNode;
};

const head = [
  { key: "name", name: "Stage" },
  { key: "status", name: "Counts as" },
  { key: "chance", name: "Chance to win", align: "right" as const },
  { key: "first", name: "New leads", hidden: true },
];

/** Where leads stand on their way, in the order of the board. */
export function StagesView({ stages, mayWrite, base, onMove, panel }: StagesViewProps) {
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
      <Sortable name="stages" items={stages} canMove={mayWrite} onMove={onMove}>
        <Table caption="Stages" head={head}>
          {stages.map((stage, at) => (
            <OrderedRow key={stage.id} item={stage} place={at + 1} canMove={mayWrite}>
              {(handle) => (
                <>
                  <LeadCell>
                    <span className="flex items-center gap-1.5">
                      {handle}
                      <StageName stage={stage} to={mayWrite ? `${base}/${stage.id}` : null} />
                      {mayWrite && <MoveMenu items={stages} at={at} onMove={onMove} />}
                    </span>
                  </LeadCell>
                  <Cell label="Counts as">{statusWords[stage.status].name}</Cell>
                  <Cell label="Chance to win" align="right">
                    <Percent of={stage.winProbability / 100} />
                  </Cell>
                  <Cell actions>{stage.isDefault && <Badge tone="stream">New leads begin here</Badge>}</Cell>
                </>
              )}
            </OrderedRow>
          ))}
        </Table>
      </Sortable>
      {panel}
    </Page>
  );
}

function StageName({ stage, to }: { stage: Stage; to: string | null }) {
  if (to === null) return <StageMark stage={stage} />;
  return (
    <Link to={to} preventScrollReset className="font-medium">
      <StageMark stage={stage} />
    </Link>
  );
}
