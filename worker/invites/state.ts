import type { inviteStates } from "../../db/schema/control/access";
import { Conflict, DomainError } from "../kernel/errors";

export type InviteState = (typeof inviteStates)[number];

export type InTime = { status: InviteState; expiresAt: number };

/** Nothing runs when an invite's time is over: it is simply read as expired from then on. */
export function stateOf({ status, expiresAt }: InTime, now: number): InviteState {
  return status === "pending" && expiresAt <= now ? "expired" : status;
}

const refusals = {
  accepted: new DomainError("gone", "This invite has been used already.", { reason: "invite_used" }),
  cancelled: new DomainError("gone", "This invite was withdrawn. Ask whoever sent it for a new one.", {
    reason: "invite_cancelled",
  }),
  expired: new DomainError("gone", "This invite has expired. Ask whoever sent it to send it again.", {
    reason: "invite_expired",
  }),
};

/** Each end of an invite has words of its own: what a person has to do next differs (AUTH-09). */
export function assertOpen(invite: InTime, now: number): void {
  const state = stateOf(invite, now);
  if (state !== "pending") throw refusals[state];
}

/** The inviter has left, or may no longer give what they promised. */
export const withdrawn = refusals.cancelled;

/** For those who manage invites: an expired one can be sent again, a used or cancelled one is history. */
export function assertUnsettled({ status }: InTime): void {
  if (status === "accepted") throw new Conflict("invite_used", "This invite has been accepted already.");
  if (status === "cancelled") throw new Conflict("invite_cancelled", "This invite is cancelled already.");
}
