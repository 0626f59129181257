import type { Database } from "../../db/client";
import type { Cell, Id, IdKind } from "../../db/ids";
import { Forbidden } from "./errors";
import type { Settings } from "./env";
import type { Happening, HappeningKind } from "./happenings/happening";
import type { FactDraft, JobDraft, JobMessage, QueueName, StoredFact } from "./drafts";
import type { Log } from "./log";
import type { Permission, RoleName } from "./permissions";
import type { Providers } from "./ports";
import type { ChargeOutcome, RatePolicy } from "./rate-limit";
import type { Sealer } from "./secrets";

export type LiveMessage = {
  type: string;
  data: Record<string, unknown>;
  permission?: Permission;
  viewerIds?: string[];
  ephemeral?: boolean;
};

/** What every entry has, whoever is calling: no tenant, no person. */
export interface Base {
  requestId: string;
  settings: Settings;
  control: Database;
  providers: Providers;
  sealer: Sealer;
  log: Log;
  origin: {
    ipAddress: string | null;
    userAgent: string | null;
    /** Town and country in words, where the network told. */
    place?: string | null;
    /** Two letters, where the network told. */
    country?: string | null;
  };
  now(): number;
  random(bytes: number): Uint8Array;
  newId<K extends IdKind>(kind: K, cell?: Cell): Id<K>;
  /** The database that holds an organization's rows. */
  openCell(cell: Cell): Database;
  /** Where the next organization goes. */
  cellForNewOrganization(): Cell;
  /** Hands job ids to the queues and tells the sweeper when to look again. */
  carry(queue: QueueName, messages: { message: JobMessage; runAt: number }[]): void;
  /** Hands what was seen to the events queue, at once and without a row; resolves when the queue has it. */
  happen<Data>(kind: HappeningKind<Data>, happenings: Happening<Data>[]): Promise<void>;
  publish(room: string, messages: LiveMessage[]): void;
  revokeLive(room: string, who: { viewerId?: string; sessionId?: string; keyId?: string }): void;
  /** Hands a WebSocket upgrade to a room, with the rights that were just checked. */
  connectLive(room: string, ctx: Context, request: Request): Promise<Response>;
  lastLiveNumber(room: string): Promise<number>;
  charge(subject: string, policies: RatePolicy[]): Promise<ChargeOutcome>;
  /** What a charge would say now, without charging. */
  peek(subject: string, policies: RatePolicy[]): Promise<ChargeOutcome>;
  /** Gives a subject its whole quota back, such as somebody who at last typed the right password. */
  forgive(subject: string): Promise<void>;
  reactions: Reactions;
  /** Work that may outlive the answer. */
  defer(work: Promise<unknown>): void;
  /** The same, begun only when whoever asked has been answered. */
  afterAnswer(work: () => Promise<unknown>): void;
}

/** What follows from a fact: durable work in the same batch, and live messages after it. */
export interface Reactions {
  jobsFor(fact: FactDraft): JobDraft[];
  messagesFor(fact: StoredFact): { room: string; message: LiveMessage }[];
}

export type Person = {
  id: Id<"user">;
  email: string;
  emailVerified: boolean;
  name: string;
  platformRole: "user" | "admin" | "super_admin";
  twoFactorEnabled: boolean;
  firstName: string | null;
  lastName: string | null;
  image: string | null;
  timezone: string;
  language: string;
  preferences: Record<string, unknown>;
  createdAt: Date;
};

export type Session = { id: Id<"session">; token: string; createdAt: number; authenticatedAt: number };

/** Whoever showed a credential: a person, a key, or a person inside one of their organizations. */
export interface CallerContext extends Base {
  person: Person | null;
  session: Session | null;
  inOrganization: Context | null;
}

export interface PersonContext extends CallerContext {
  person: Person;
  session: Session;
}

export type Actor =
  | {
      kind: "user";
      id: Id<"user">;
      memberId: Id<"member">;
      role: RoleName;
      customRoleId: Id<"role"> | null;
      /** How high the role stands; nobody changes somebody who stands as high. */
      level: number;
      person: Person;
      session: Session;
    }
  | { kind: "api_key"; id: Id<"apiKey">; createdBy: Id<"user"> }
  /** Somebody minding their own account, in no organization. */
  | { kind: "person"; id: Id<"user"> }
  | { kind: "visitor"; id: string | null }
  | { kind: "system"; id: null }
  | { kind: "operator"; id: Id<"user"> };

export type OrganizationInContext = {
  id: Id<"organization">;
  cell: Cell;
  name: string;
  slug: string;
  planSlug: string;
  seatLimit: number | null;
  status: "active" | "suspended" | "deleted";
};

export interface Context extends Base {
  organization: OrganizationInContext;
  actor: Actor;
  permissions: ReadonlySet<Permission>;
  db: Database;
}

export interface OperatorContext extends PersonContext {
  actor: { kind: "operator"; id: Id<"user"> };
}

export function can(ctx: Context, permission: Permission): boolean {
  return ctx.actor.kind === "system" || ctx.permissions.has(permission);
}

export function authorize(ctx: Context, permission: Permission): void {
  if (!can(ctx, permission)) throw new Forbidden(permission);
}
