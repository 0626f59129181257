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

export type ListedForm = {
  id: string;
  name: string;
  title: string;
  state: FormState;
  hasUnpublishedChanges: boolean;
  responseCount: number;
  fieldCount: number;
  updatedAt: string;
};

export type Form = Omit<ListedForm, "fieldCount"> & {
  businessId: string;
  revision: number;
  definition: Definition;
  settings: FormSettings;
  publishedVersionId: string | null;
  publishedAt: string | null;
  url: string;
  aiPersonalizationEnabled: boolean;
  hasChallengeSecret: boolean;
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
