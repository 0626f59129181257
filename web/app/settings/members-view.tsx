import { Link, useLocation } from "@remix-run/react";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { SearchField } from "~/components/ui/search-field";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { PersonLine } from "./person";

export type Member = {
  id: string;
  userId: string;
  name: string;
  email: string;
  avatarUrl: string | null;
  /** As people call it: “Admin”, or a custom role's name. */
  roleName: string;
  status: "pending" | "active" | "suspended";
  joinedAt: string | null;
};

type MembersViewProps = {
  members: Member[];
  yourUserId: string;
  /** What is looked for in names and addresses. */
  search?: string;
  /** Where invites are written; absent for those who may not. */
  inviteTo?: string;
  pages?: ReactNode;
  panel?: ReactNode;
};

const head = [
  { key: "name", name: "Name" },
  { key: "role", name: "Role" },
  { key: "joined", name: "Joined" },
];

export function MembersView({ members, yourUserId, search = "", inviteTo, pages, panel }: MembersViewProps) {
  const { search: query } = useLocation();
  return (
    <Page
      title="Members"
      about="Who works here, and in which role."
      action={
        inviteTo && (
          <LinkButton to={inviteTo} look="primary">
            Invite a colleague
          </LinkButton>
        )
      }
    >
      <SearchField label="Search members" value={search} />
      {members.length === 0 ? (
        <EmptyState
          icon={Search}
          title={`Nobody is called “${search}” here`}
          action={<LinkButton to="?">Show everybody</LinkButton>}
        >
          Names and email addresses are searched, from their beginnings.
        </EmptyState>
      ) : (
        <Table caption="Members" head={head}>
          {members.map((member) => (
            <Row key={member.id}>
              <LeadCell>
                <Link
                  to={{ pathname: member.id, search: query }}
                  preventScrollReset
                  prefetch="intent"
                  className="block rounded-4"
                >
                  <PersonLine person={member} you={member.userId === yourUserId} />
                </Link>
              </LeadCell>
              <Cell label="Role">
                {member.roleName}
                {member.status === "suspended" && (
                  <span className="ml-2">
                    <Badge tone="attention">Suspended</Badge>
                  </span>
                )}
              </Cell>
              <Cell label="Joined">
                {member.joinedAt ? <RelativeTime at={member.joinedAt} /> : "Not yet"}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      {pages}
      {panel}
    </Page>
  );
}
