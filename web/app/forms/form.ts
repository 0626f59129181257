import type { BadgeTone } from "~/components/ui/badge";
import type { Definition } from "./definition";

export type FormSettings = {
  responseLimit: number | null;
  opensAt: string | null;
  closesAt: string | null;
  closedMessage: string;
  notifyMemberIds: string[];
  hasDoubleOptIn: boolean;
  keepsDrafts: boolean;
  allowedDomains: string[];
  challengeSiteKey: string | null;
};

export type FormState = "draft" | "published" | "archived";

export type Form = {
  id: string;
  businessId: string;
  name: string;
  revision: number;
  definition: Definition;
  settings: FormSettings;
  state: FormState;
  publishedVersion: number | null;
  hasUnpublishedChanges: boolean;
  responseCount: number;
  createdAt: string;
  updatedAt: string;
};

export function stateOf({ state, hasUnpublishedChanges }: Pick<Form, "state" | "hasUnpublishedChanges">): {
  name: string;
  tone: BadgeTone;
} {
  if (state === "archived") return { name: "Archived", tone: "neutral" };
  if (state === "draft") return { name: "Draft", tone: "neutral" };
  return hasUnpublishedChanges
    ? { name: "Unpublished changes", tone: "attention" }
    : { name: "Published", tone: "stream" };
}
