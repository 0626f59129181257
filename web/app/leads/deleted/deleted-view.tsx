import { MoreHorizontal, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Page } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Menu, MenuItem, MenuLink } from "~/components/ui/menu";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton, useLeaving } from "~/form/action-button";
import { EraseDialog } from "../page/erase-dialog";

export type DeletedLead = {
  id: string;
  name: string;
  companyName: string;
  deletedAt: string;
  deletedBy: string;
  /** When nobody can bring it back any more. */
  eraseAt: string;
};

export type DeletedViewProps = {
  leads: readonly DeletedLead[];
  mayTakeAlong: boolean;
  leadsTo: string;
  pages?: ReactNode;
};

const head = [
  { key: "name", name: "Name" },
  { key: "deleted", name: "Deleted" },
  { key: "by", name: "By" },
  { key: "gone", name: "Erased for good" },
  { key: "actions", name: "Actions", hidden: true },
];

/** What was deleted in the last thirty days, until it is erased. */
export function DeletedView({ leads, mayTakeAlong, leadsTo, pages }: DeletedViewProps) {
  const leaving = useLeaving("restore");
  const [erasing, erase] = useState<DeletedLead | null>(null);
  return (
    <Page
      title="Deleted leads"
      back={{ to: leadsTo, name: "Leads" }}
      about="They are in no list and no total. Thirty days after they were deleted they are erased with all that was kept of them."
    >
      {leads.length === 0 ? (
        <EmptyState icon={Trash2} title="Nobody is deleted">
          Whom you delete stands here for thirty days and can be brought back as they were.
        </EmptyState>
      ) : (
        <Table caption="Deleted leads" head={head}>
          {leads.map((lead) => (
            <DeletedRow
              key={lead.id}
              lead={lead}
              isLeaving={leaving.has(lead.id)}
              dataTo={mayTakeAlong ? `${leadsTo}/${lead.id}/personal-data` : null}
              onErase={() => erase(lead)}
            />
          ))}
        </Table>
      )}
      {pages}
      {erasing && (
        <EraseDialog
          name={erasing.name}
          id={erasing.id}
          action={`${leadsTo}/deleted`}
          close={() => erase(null)}
        />
      )}
    </Page>
  );
}

type RowProps = { lead: DeletedLead; isLeaving: boolean; dataTo: string | null; onErase(): void };

function DeletedRow({ lead, isLeaving, dataTo, onErase }: RowProps) {
  const { id, name, companyName, deletedAt, deletedBy, eraseAt } = lead;
  const trigger = (
    <Button look="quiet" size="iconSm" aria-label={`More about ${name}`}>
      <MoreHorizontal aria-hidden />
    </Button>
  );
  return (
    <Row hidden={isLeaving}>
      <LeadCell>
        <span className="font-medium">{name}</span>
        {companyName && <span className="block text-12 text-muted">{companyName}</span>}
      </LeadCell>
      <Cell label="Deleted">
        <RelativeTime at={deletedAt} />
      </Cell>
      <Cell label="By">{deletedBy}</Cell>
      <Cell label="Erased for good">
        <RelativeTime at={eraseAt} />
      </Cell>
      <Cell actions>
        <ActionButton intent="restore" fields={{ id, name }} size="sm" aria-label={`Restore ${name}`}>
          Restore
        </ActionButton>
        <Menu trigger={trigger} label={`More about ${name}`}>
          {dataTo && (
            <MenuLink to={dataTo} reloadDocument>
              Download all their data
            </MenuLink>
          )}
          <MenuItem danger onSelect={onErase}>
            Erase for good…
          </MenuItem>
        </Menu>
      </Cell>
    </Row>
  );
}
