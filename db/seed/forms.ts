import { eq } from "drizzle-orm";
import { defaultCell, type Id } from "../ids";
import { businesses } from "../schema/cell/business";
import { formVersions, leadForms } from "../schema/cell/forms";
import { directory } from "../schema/control/platform";
import { newsletter, wholesaleEnquiry } from "./form-definitions";
import type { Happening } from "./history";
import { type Ground, newId } from "./people";

type House = { organizationId: Id<"organization">; editor: Id<"user">; notified: Id<"member">[] };

const day = 86_400_000;
const plainSettings = {
  responseLimit: null,
  opensAt: null,
  closesAt: null,
  closedMessage: "",
  notifyMemberIds: [] as string[],
  hasDoubleOptIn: false,
  keepsDrafts: false,
  allowedDomains: [] as string[],
  challengeSiteKey: null,
};

/** The roastery's forms, published some weeks ago: what comes in by them is seeded by whoever keeps it. */
export async function seedForms(ground: Ground, house: House): Promise<Happening[]> {
  const [business] = await ground.control
    .select({ id: businesses.id })
    .from(businesses)
    .where(eq(businesses.organizationId, house.organizationId))
    .limit(1);
  if (!business) return [];
  const at = (daysAgo: number): Ground => ({ ...ground, now: ground.now - daysAgo * day });
  const settings = { ...plainSettings, notifyMemberIds: house.notified };
  return [
    ...(await seedForm(at(52), house, business.id, {
      name: "Wholesale enquiry",
      definition: wholesaleEnquiry,
      settings: { ...settings, keepsDrafts: true },
    })),
    ...(await seedForm(at(45), house, business.id, {
      name: "Newsletter",
      definition: newsletter,
      settings: { ...plainSettings, hasDoubleOptIn: true },
      isPersonalized: true,
    })),
  ];
}

type NewForm = {
  name: string;
  definition: typeof wholesaleEnquiry | typeof newsletter;
  settings: Record<string, unknown>;
  isPersonalized?: boolean;
};

async function seedForm(
  ground: Ground,
  { organizationId, editor }: House,
  businessId: Id<"business">,
  { name, definition, settings, isPersonalized = false }: NewForm,
): Promise<Happening[]> {
  const id = newId(ground, "form");
  const versionId = newId(ground, "formVersion");
  const { title, description, ...rest } = definition;
  const times = { createdAt: ground.now, updatedAt: ground.now };
  await ground.control.batch([
    ground.control.insert(leadForms).values({
      id,
      organizationId,
      businessId,
      name,
      title,
      description,
      aiPersonalizationEnabled: isPersonalized,
      definition: rest,
      formSettings: settings,
      publishedRevision: 1,
      publishedVersionId: versionId,
      publishedAt: ground.now,
      ...times,
    }),
    ground.control.insert(formVersions).values({
      id: versionId,
      organizationId,
      formId: id,
      number: 1,
      reason: "published",
      definition,
      createdBy: editor,
      createdAt: ground.now,
    }),
    ground.control.insert(directory).values({
      id: newId(ground, "directory"),
      kind: "form",
      key: id,
      organizationId,
      cell: defaultCell,
      resourceId: id,
      ...times,
    }),
  ]);
  const said = (action: string): Happening => ({
    at: ground.now,
    actor: editor,
    action,
    resource: ["form", id],
    changes: { after: { name } },
  });
  return [said("form.created"), said("form.published")];
}
