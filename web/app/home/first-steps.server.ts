import type { Api } from "~/api.server";
import type { Frame } from "~/frame/frame.server";
import type { FrameOrganization } from "~/frame/frame-data";
import type { ChecklistStep } from "./checklist";
import { captureSteps } from "./capture-steps.server";
import { contentSteps } from "./content-steps.server";

type Entered = { frame: Frame; organization: FrameOrganization; api: Api };

/** What is done is read from what is there, so the list ticks itself. A step that one may not take is not asked for. */
export async function firstSteps(entered: Entered): Promise<ChecklistStep[]> {
  const { frame, organization, api } = entered;
  if (!frame.permissions.includes("content:write")) return await houseSteps(entered);
  const home = `/o/${organization.slug}`;
  const [content, capture, house] = await Promise.all([
    contentSteps(api, home),
    frame.permissions.includes("forms:write") ? captureSteps(api, home) : [],
    houseSteps(entered),
  ]);
  // Who writes has enough to do at first; keys and factors are found in the settings.
  return [...content, ...capture, ...house.filter(({ id }) => id === "verify" || id === "invite")];
}

async function houseSteps({ frame, organization, api }: Entered): Promise<ChecklistStep[]> {
  const may = (permission: Frame["permissions"][number]) => frame.permissions.includes(permission);
  const settings = `/o/${organization.slug}/settings`;
  const one = { params: { query: { limit: 1 } } };
  const [members, invites, keys] = await Promise.all([
    api.read(api.client.GET("/v1/members", { params: { query: { limit: 2 } } })),
    may("invites:write") ? api.read(api.client.GET("/v1/invites", one)) : null,
    may("api_keys:write") ? api.read(api.client.GET("/v1/api-keys", one)) : null,
  ]);
  const steps: (ChecklistStep | false)[] = [
    {
      id: "verify",
      name: "Confirm your email address",
      why: "So that invites and resets reach you.",
      to: "/account/profile",
      done: frame.user.emailVerified,
    },
    {
      id: "organization",
      name: "Name your organization",
      why: "It is what your colleagues see.",
      to: `${settings}/organization`,
      done: organization.name !== "",
    },
    invites !== null && {
      id: "invite",
      name: "Invite a colleague",
      why: "Two see more than one.",
      to: `${settings}/invites#invite`,
      done: members.data.length > 1 || invites.data.length > 0,
    },
    keys !== null && {
      id: "key",
      name: "Create an API key",
      why: "Your programs can do everything that you can do here.",
      to: `${settings}/api-keys#create`,
      done: keys.data.length > 0,
    },
    {
      id: "factor",
      name: "Set up a second factor",
      why: "Then a stolen password is not enough.",
      to: "/account/security",
      done: frame.user.twoFactorEnabled,
    },
  ];
  return steps.filter((step) => step !== false);
}
