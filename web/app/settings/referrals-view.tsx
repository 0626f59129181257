import { Gift, Send } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { Badge, type BadgeTone } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { referralSchema } from "~/schemas/organization";
import { type Reward, rewardFate, rewardStates, rewardThing } from "./reward-words";

export type Referral = {
  id: string;
  email: string;
  status: "pending" | "accepted" | "expired" | "cancelled";
  expiresAt: string;
  /** Who sent it; null for the reader. */
  sentBy: string | null;
  /** One's own, or anybody's for those who look after invites. */
  mayHandle: boolean;
};

type ReferralsViewProps = {
  organizationName: string;
  referrals: Referral[];
  rewards: Reward[];
  /** There are older rewards than those shown. */
  hasOlderRewards?: boolean;
  pages?: ReactNode;
};

export function ReferralsView(props: ReferralsViewProps) {
  const { organizationName, referrals, rewards, hasOlderRewards = false, pages } = props;
  return (
    <Page
      title="Referrals"
      about="Recommend Tributary to somebody who is new to it. When they accept, both of you get free generations."
    >
      <Section
        title="Recommend Tributary"
        about={`They get a link by mail that only works for their address. What you earn by it goes to ${organizationName}.`}
      >
        <RecommendForm />
      </Section>
      <Section title="Sent">
        {referrals.length === 0 ? (
          <EmptyState icon={Send} title="Nobody is asked yet">
            Each recommendation is listed here, with what came of it.
          </EmptyState>
        ) : (
          <Referrals referrals={referrals} />
        )}
        {pages}
      </Section>
      <Section title="Your rewards" about="For what you recommended, and for coming by a recommendation.">
        {rewards.length === 0 ? (
          <EmptyState icon={Gift} title="No rewards yet">
            The first one comes when somebody accepts your recommendation.
          </EmptyState>
        ) : (
          <Rewards rewards={rewards} />
        )}
        {hasOlderRewards && (
          <p className="mt-3 text-13 text-muted">These are the newest. Older ones count as well.</p>
        )}
      </Section>
    </Page>
  );
}

function RecommendForm() {
  return (
    <SchemaForm schema={referralSchema} intent="recommend" className="grid max-w-md gap-4" startsOver>
      {(fields, pending) => (
        <>
          <TextField field={fields.email} label="Their email address" type="email" autoComplete="off" />
          <div>
            <Button type="submit" look="primary" pending={pending}>
              Send recommendation
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

const states: Record<Referral["status"], { name: string; tone: BadgeTone }> = {
  pending: { name: "Waiting", tone: "attention" },
  accepted: { name: "Accepted", tone: "stream" },
  expired: { name: "Expired", tone: "neutral" },
  cancelled: { name: "Taken back", tone: "neutral" },
};

const referralHead = [
  { key: "email", name: "Email" },
  { key: "state", name: "State" },
  { key: "until", name: "Good until" },
  { key: "actions", name: "Actions", hidden: true },
];

function Referrals({ referrals }: { referrals: Referral[] }) {
  return (
    <Table caption="Recommendations" head={referralHead}>
      {referrals.map((referral) => (
        <ReferralRow key={referral.id} referral={referral} />
      ))}
    </Table>
  );
}

function ReferralRow({ referral }: { referral: Referral }) {
  const { email, status, expiresAt, sentBy } = referral;
  const { name, tone } = states[status];
  return (
    <Row>
      <LeadCell>
        <span className="font-medium break-all">{email}</span>
        {sentBy !== null && <span className="block text-12 text-muted">Sent by {sentBy}</span>}
      </LeadCell>
      <Cell label="State">
        <Badge tone={tone}>{name}</Badge>
      </Cell>
      <Cell label="Good until">{status === "pending" ? <RelativeTime at={expiresAt} /> : "–"}</Cell>
      <Cell actions>
        <ReferralActions referral={referral} />
      </Cell>
    </Row>
  );
}

function ReferralActions({ referral: { id, email, status, mayHandle } }: { referral: Referral }) {
  const isOpen = status === "pending" || status === "expired";
  if (!mayHandle || !isOpen) return null;
  return (
    <>
      <ActionButton
        intent="resend"
        fields={{ id, email }}
        size="sm"
        look="quiet"
        aria-label={`Send again to ${email}`}
      >
        Send again
      </ActionButton>
      {status === "pending" && (
        <ActionButton
          intent="cancel"
          fields={{ id, email }}
          size="sm"
          look="quiet"
          aria-label={`Take back the recommendation for ${email}`}
        >
          Take back
        </ActionButton>
      )}
    </>
  );
}

const rewardHead = [
  { key: "thing", name: "Reward" },
  { key: "state", name: "State" },
  { key: "fate", name: "What became of it" },
  { key: "earned", name: "Earned" },
];

function Rewards({ rewards }: { rewards: Reward[] }) {
  return (
    <Table caption="Rewards" head={rewardHead}>
      {rewards.map((reward) => (
        <Row key={reward.id}>
          <LeadCell>
            <span className="font-medium">{rewardThing(reward)}</span>
          </LeadCell>
          <Cell label="State">
            <Badge tone={rewardStates[reward.status].tone}>{rewardStates[reward.status].name}</Badge>
          </Cell>
          <Cell label="What became of it">{rewardFate(reward)}</Cell>
          <Cell label="Earned">
            <RelativeTime at={reward.createdAt} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
