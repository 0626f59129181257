import {
  Building2,
  CirclePlus,
  ClipboardList,
  Compass,
  ContactRound,
  Keyboard,
  KeyRound,
  Layers,
  Lightbulb,
  Link2,
  LogOut,
  type LucideIcon,
  MailPlus,
  Moon,
  Plus,
  Store,
  Sun,
  UsersRound,
} from "lucide-react";
import { addressOf, mainDestinations, reachable, reachableGroups } from "./destinations";
import type { FrameData, Permission } from "./frame-data";
import { settingsGroups } from "./settings-destinations";

export type Command = {
  id: string;
  group: "Go to" | "Create" | "Do" | "Switch to";
  name: string;
  icon?: LucideIcon;
  keys?: string;
  /** Other words a person may type for it. */
  words?: string;
} & ({ to: string; outside?: boolean } | { act: Act });

/** What a command does besides going somewhere; the frame knows how. */
export type Act = "theme:light" | "theme:dark" | "help" | "sign-out";

/** Everything the palette offers this person here. A new area adds its lines to one of these lists. */
export function commandsFor(frame: FrameData): Command[] {
  return [...goCommands(frame), ...createCommands(frame), ...switchCommands(frame), ...doCommands];
}

function goCommands(frame: FrameData): Command[] {
  const groups = reachableGroups(settingsGroups, frame).flatMap((group) => group.destinations);
  return [...reachable(mainDestinations, frame), ...groups].map((destination) => ({
    id: `go:${destination.path}`,
    group: "Go to",
    name: destination.name,
    icon: destination.icon,
    keys: destination.keys,
    words: destination.about,
    to: addressOf(destination, frame),
    outside: destination.outside,
  }));
}

type Creation = Command & { permission: Permission | null };

function createCommands(frame: FrameData): Command[] {
  const work = `/o/${frame.organization?.slug}`;
  return [...leadCreations(work), ...contentCreations(work), ...settingsCreations(`${work}/settings`)].filter(
    ({ permission }) => permission === null || frame.permissions.includes(permission),
  );
}

function leadCreations(work: string): Creation[] {
  return [
    {
      id: "new:lead",
      group: "Create",
      name: "Add lead",
      icon: ContactRound,
      to: `${work}/leads/new`,
      words: "contact person customer",
      permission: "leads:write",
    },
    {
      id: "new:company",
      group: "Create",
      name: "Add company",
      icon: Building2,
      to: `${work}/companies/new`,
      permission: "leads:write",
    },
  ];
}

function contentCreations(work: string): Creation[] {
  return [
    {
      id: "new:bundle",
      group: "Create",
      name: "Order a bundle",
      icon: Layers,
      to: `${work}/bundles/new`,
      words: "write content generate",
      permission: "content:write",
    },
    {
      id: "new:business",
      group: "Create",
      name: "Add business",
      icon: Store,
      to: `${work}/businesses#create`,
      words: "website analyse",
      permission: "content:write",
    },
    {
      id: "new:link",
      group: "Create",
      name: "Create link",
      icon: Link2,
      to: `${work}/links/new`,
      words: "short url utm campaign qr",
      permission: "links:write",
    },
    {
      id: "new:topic",
      group: "Create",
      name: "Add topic",
      icon: Lightbulb,
      to: `${work}/topics/new`,
      permission: "content:write",
    },
    {
      id: "new:strategy",
      group: "Create",
      name: "Create strategy",
      icon: Compass,
      to: `${work}/strategies/new`,
      permission: "content:write",
    },
    {
      id: "new:form",
      group: "Create",
      name: "Make a form",
      icon: ClipboardList,
      to: `${work}/forms/new`,
      words: "questions survey contact capture",
      permission: "forms:write",
    },
  ];
}

function settingsCreations(base: string): Creation[] {
  return [
    {
      id: "new:invite",
      group: "Create",
      name: "Invite a colleague",
      icon: MailPlus,
      to: `${base}/invites#invite`,
      permission: "invites:write",
    },
    {
      id: "new:team",
      group: "Create",
      name: "Create team",
      icon: UsersRound,
      to: `${base}/teams#create`,
      permission: "teams:write",
    },
    {
      id: "new:role",
      group: "Create",
      name: "Create role",
      icon: Plus,
      to: `${base}/roles/new`,
      permission: "roles:write",
    },
    {
      id: "new:key",
      group: "Create",
      name: "Create API key",
      icon: KeyRound,
      to: `${base}/api-keys#create`,
      permission: "api_keys:write",
    },
    {
      id: "new:organization",
      group: "Create",
      name: "Create organization",
      icon: CirclePlus,
      to: "/welcome",
      permission: null,
    },
  ];
}

function switchCommands(frame: FrameData): Command[] {
  return frame.organizations
    .filter(({ id }) => id !== frame.organization?.id)
    .map(({ id, name, slug }) => ({ id: `switch:${id}`, group: "Switch to", name, to: `/o/${slug}` }));
}

const doCommands: Command[] = [
  {
    id: "do:light",
    group: "Do",
    name: "Use the light theme",
    icon: Sun,
    act: "theme:light",
    words: "appearance",
  },
  {
    id: "do:dark",
    group: "Do",
    name: "Use the dark theme",
    icon: Moon,
    act: "theme:dark",
    words: "appearance night",
  },
  { id: "do:help", group: "Do", name: "Show keyboard shortcuts", icon: Keyboard, keys: "?", act: "help" },
  { id: "do:sign-out", group: "Do", name: "Sign out", icon: LogOut, act: "sign-out", words: "log out leave" },
];
