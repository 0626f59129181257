import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { countOf } from "~/words/format";
import { PersonLine } from "./person";

export type Member = {
  id: string;
  user: { id: string; name: string; email: string; avatarUrl: string | null };
  /** As people call it: “Admin”, or a custom role's name. */
  roleName: string;
  status: "pending" | "active" | "suspended";
  joinedAt: string | null;
};

type MembersViewProps = {
  members: Member[];
  yourUserId: string;
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

export function MembersView({ members, yourUserId, inviteTo, pages, panel }: MembersViewProps) {
  return (
    <Page
      title="Members"
      about={`${countOf(members.length, "person works", "people work")} here.`}
      action={
        inviteTo && (
          <LinkButton to={inviteTo} look="primary">
            Invite a colleague
          </LinkButton>
        )
      }
    >
      <Table caption="Members" head={head}>
        {members.map((member) => (
          <Row key={member.id}>
            <LeadCell>
              <Link to={member.id} preventScrollReset prefetch="intent" className="block rounded-4">
                <PersonLine person={member.user} you={member.user.id === yourUserId} />
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
            <Cell label="Joined">{member.joinedAt ? <RelativeTime at={member.joinedAt} /> : "Not yet"}</Cell>
          </Row>
        ))}
      </Table>
      {pages}
      {panel}
    </Page>
  );
}
