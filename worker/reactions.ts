import { parseId } from "../db/ids";
import type { LiveMessage, Reactions } from "./kernel/context";
import type { Permission } from "./kernel/permissions";
import { bundleRoom } from "./kernel/rooms";
import type { FactDraft, JobDraft, StoredFact } from "./kernel/drafts";

/** Who may hear of a fact, by the word its type begins with. What is not named is for everybody in the organization. */
const hearing: Record<string, Permission> = {
  activity: "leads:read",
  analysis: "content:read",
  api_key: "api_keys:read",
  assignment_rule: "leads:read",
  bundle: "content:read",
  business: "content:read",
  click: "links:read",
  company: "leads:read",
  conversation: "leads:contact",
  conversion: "leads:read",
  duplicate: "leads:read",
  enrichment: "leads:read",
  forecast: "leads:read",
  insight: "leads:read",
  form: "forms:read",
  lead: "leads:read",
  lead_bulk: "leads:read",
  lead_import: "leads:import",
  lead_source: "leads:read",
  lead_stage: "leads:read",
  lead_tag: "leads:read",
  custom_field: "leads:read",
  link: "links:read",
  submission: "submissions:read",
  invite: "invites:read",
  journey: "content:read",
  journey_edge: "content:read",
  member: "members:read",
  generation: "spend:read",
  integration: "integrations:read",
  performance: "leads:read",
  piece: "content:read",
  publication: "content:read",
  role: "roles:read",
  spend: "spend:read",
  scoring_model: "leads:read",
  scoring_rule: "leads:read",
  strategy: "content:read",
  team: "teams:read",
  topic: "content:read",
  tracking_key: "links:read",
  visitor: "leads:read",
};

/** Which work follows from a fact. */
const following: Record<string, (fact: FactDraft) => JobDraft[]> = {
  "organization.created": ({ data }) => [
    { queue: "delivery", type: "invites.claim_rewards", payload: { userId: data?.["ownerUserId"] } },
  ],
  "company.renamed": ({ subjectId: companyId }) => [
    { queue: "delivery", type: "leads.rename_company", payload: { companyId, after: "" } },
  ],
  "lead.created": (fact) => [
    ...scoreLead(fact),
    ...whoElse(fact),
    ...lookAt(fact.subjectId),
    { queue: "delivery", type: "assignment.hand_out", payload: { leadId: fact.subjectId } },
    ...foretell(isWon(fact)),
  ],
  "lead.assigned": ({ subjectId: leadId, data }) =>
    data?.["from"]
      ? [
          {
            queue: "delivery",
            type: "activities.follow_lead",
            payload: { leadId, from: data["from"], to: data["to"] ?? null },
          },
        ]
      : [],
  "member.left": handOver,
  "member.removed": handOver,
  "lead.deleted": whoElse,
  "lead.merged": (fact) => [...scoreLead(fact), ...whoElse(fact), ...lookAt(fact.subjectId)],
  "lead.moved": (fact) => [...scoreLead(fact), ...lookAt(fact.subjectId), ...foretell(isWon(fact))],
  "lead_import.finished": ({ subjectId = "" }) => [
    { queue: "events", type: "scoring.since", payload: { at: parseId(subjectId)?.time ?? 0, after: "" } },
    { queue: "delivery", type: "duplicates.start_scan", payload: {} },
    ...foretell(true),
  ],
  "lead_bulk.progressed": ({ subjectId: bulkActionId, data }) =>
    data?.["status"] === "completed" || data?.["status"] === "undone"
      ? [
          { queue: "events", type: "scoring.bulk", payload: { bulkActionId, after: "" } },
          ...foretell(data["kind"] === "stage"),
        ]
      : [],
  "lead.restored": (fact) => [...scoreLead(fact), ...whoElse(fact)],
  "lead.unmerged": (fact) => [fact, ofMerged(fact)].flatMap((each) => [...scoreLead(each), ...whoElse(each)]),
  "lead.updated": (fact) => [
    ...scoreLead(fact),
    ...lookAt(fact.subjectId),
    ...(saysWho(fact) ? whoElse(fact) : []),
  ],
  "conversation.recorded": lookAtNamed,
  "conversation.analyzed": lookAtNamed,
  "conversation.corrected": lookAtNamed,
  "conversation.deleted": lookAtNamed,
  "activity.created": workedOn,
  "activity.updated": workedOn,
  "activity.completed": workedOn,
  "activity.reopened": workedOn,
  "activity.deleted": workedOn,
  "activity.restored": workedOn,
  "visitor.undone": scoreLead,
  "visitor.redone": scoreLead,
  "lead.erased": ({ subjectId: leadId }) => [
    { queue: "delivery", type: "duplicates.forget_lead", payload: { leadId } },
    { queue: "delivery", type: "enrichment.forget_lead", payload: { leadId } },
    { queue: "delivery", type: "scoring.forget_lead", payload: { leadId } },
    { queue: "delivery", type: "activities.forget_lead", payload: { leadId } },
    { queue: "delivery", type: "assignment.forget_lead", payload: { leadId } },
    { queue: "delivery", type: "submissions.forget_lead", payload: { leadId } },
    { queue: "delivery", type: "visitors.forget_lead", payload: { leadId } },
    { queue: "delivery", type: "imports.forget_lead", payload: { leadId } },
    { queue: "delivery", type: "conversations.forget_lead", payload: { leadId } },
    { queue: "delivery", type: "insights.forget_lead", payload: { leadId } },
  ],
  "person.erased": ({ subjectId: userId }) => [
    { queue: "delivery", type: "members.forget_person", payload: { userId } },
    { queue: "delivery", type: "invites.forget_person", payload: { userId } },
  ],
};

/** What somebody was working on goes to others. */
function handOver({ data }: FactDraft): JobDraft[] {
  return [{ queue: "delivery", type: "assignment.hand_over", payload: { userId: data?.["userId"] } }];
}

/** One that waits stands for all that happens to its lead meanwhile. */
function scoreLead({ subjectId: leadId }: FactDraft): JobDraft[] {
  return [{ queue: "events", type: "scoring.lead", payload: { leadId }, dedupeKey: `score:${leadId}` }];
}

/** The first that is won begins the nights of the forecasts; its key keeps the others of the month from asking again. */
function foretell(hasWon: boolean): JobDraft[] {
  return hasWon
    ? [{ queue: "delivery", type: "forecasts.expect", payload: {}, dedupeKey: "forecasts:expect" }]
    : [];
}

function isWon({ data }: FactDraft): boolean {
  return data?.["status"] === "closed_won";
}

/** What is about a lead that it names. */
function scoreNamed({ data }: FactDraft): JobDraft[] {
  const leadId = data?.["leadId"];
  return typeof leadId === "string" ? scoreLead({ type: "", subjectId: leadId }) : [];
}

/** Work on a lead counts for its score, and may settle what was to be done. */
function workedOn(fact: FactDraft): JobDraft[] {
  return [...scoreNamed(fact), ...lookAtNamed(fact)];
}

function whoElse({ subjectId: leadId }: FactDraft): JobDraft[] {
  return [{ queue: "delivery", type: "duplicates.look", payload: { leadId } }];
}

function ofMerged({ data, ...fact }: FactDraft): FactDraft {
  return { ...fact, subjectId: String(data?.["mergedId"]) };
}

const who = new Set(["email", "phone", "firstName", "lastName", "companyName", "companyId"]);

/** A form or an import does not say which fields it filled. */
function saysWho({ data }: FactDraft): boolean {
  const fields = data?.["fields"];
  return !Array.isArray(fields) || fields.some((name) => who.has(String(name)));
}

/** What is to be found out of a lead is looked at anew. */
function lookAt(leadId: unknown): JobDraft[] {
  return [
    { queue: "events", type: "insights.lead", payload: { leadId }, dedupeKey: `insight:${String(leadId)}` },
  ];
}

function lookAtNamed({ data }: FactDraft): JobDraft[] {
  return lookAt(data?.["leadId"]);
}

/** What follows from each fact. A domain never calls a domain above it: it writes a fact, and this page says who reacts. */
export const reactions: Reactions = {
  jobsFor: (fact) => following[fact.type]?.(fact) ?? [],
  messagesFor: (fact) => roomsOf(fact).map((room) => ({ room, message: messageIn(room, fact) })),
};

/** What concerns a bundle is told where people watch it. Its pieces, written by the hundred, are told only there. */
function roomsOf({ organizationId, type, data }: StoredFact): string[] {
  if (typeof data["bundleId"] !== "string") return [organizationId];
  const room = bundleRoom(organizationId, data["bundleId"]);
  return isOfPiece(type) && typeof data["run"] === "number" ? [room] : [organizationId, room];
}

function messageIn(room: string, { organizationId, type, subjectId, data }: StoredFact): LiveMessage {
  const isReady = room !== organizationId && type === "piece.generated";
  return {
    type: isReady ? "piece.ready" : type,
    data: { subjectId, ...(isOfPiece(type) ? { pieceId: subjectId } : {}), ...data },
    permission: hearing[type.split(".")[0] ?? ""],
  };
}

function isOfPiece(type: string): boolean {
  return type.startsWith("piece.");
}
