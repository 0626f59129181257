import {
  CirclePlus,
  ClipboardList,
  Compass,
  Keyboard,
  KeyRound,
  Layers,
  Lightbulb,
  Link2,
  LogOut,
  MailPlus,
  Moon,
  Plus,
  Store,
  Sun,
  UsersRound,
} from "lucide-react";
import { addressOf, mainDestinations, reachable, reachableGroups } from "./destinations";
import type { FrameData } from "./frame-data";
import type { Command, GuardedCommand } from "./command";
import { leadCommands } from "./lead-commands";
import { settingsGroups } from "./settings-destinations";

/** Everything the palette offers this person here. A new area adds its lines to one of these lists. */
export function commandsFor(frame: FrameData): Command[] {
  return [...goCommands(frame), ...guardedCommands(frame), ...switchCommands(frame), ...doCommands];
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

function guardedCommands(frame: FrameData): Command[] {
  const work = `/o/${frame.organization?.slug}`;
  return [...leadCommands(work), ...contentCreations(work), ...settingsCreations(`${work}/settings`)].filter(
    ({ needs }) => needs.every((permission) => frame.permissions.includes(permission)),
  );
}

function contentCreations(work: string): GuardedCommand[] {
  return [
    {
      id: "new:bundle",
      group: "Create",
      name: "Order a bundle",
      icon: Layers,
      to: `${work}/bundles/new`,
      words: "write content generate",
      needs: ["content:write"],
    },
    {
      id: "new:business",
      group: "Create",
      name: "Add business",
      icon: Store,
      to: `${work}/businesses#create`,
      words: "website analyse",
      needs: ["content:write"],
    },
    {
      id: "new:link",
      group: "Create",
      name: "Create link",
      icon: Link2,
      to: `${work}/links/new`,
      words: "short url utm campaign qr",
      needs: ["links:write"],
    },
    {
      id: "new:topic",
      group: "Create",
      name: "Add topic",
      icon: Lightbulb,
      to: `${work}/topics/new`,
      needs: ["content:write"],
    },
    {
      id: "new:strategy",
      group: "Create",
      name: "Create strategy",
      icon: Compass,
      to: `${work}/strategies/new`,
      needs: ["content:write"],
    },
    {
      id: "new:form",
      group: "Create",
      name: "Make a form",
      icon: ClipboardList,
      to: `${work}/forms/new`,
      words: "questions survey contact capture",
      needs: ["forms:write"],
    },
  ];
}

function settingsCreations(base: string): GuardedCommand[] {
  return [
    {
      id: "new:invite",
      group: "Create",
      name: "Invite a colleague",
      icon: MailPlus,
      to: `${base}/invites#invite`,
      needs: ["invites:write"],
    },
    {
      id: "new:team",
      group: "Create",
      name: "Create team",
      icon: UsersRound,
      to: `${base}/teams#create`,
      needs: ["teams:write"],
    },
    {
      id: "new:role",
      group: "Create",
      name: "Create role",
      icon: Plus,
      to: `${base}/roles/new`,
      needs: ["roles:write"],
    },
    {
      id: "new:key",
      group: "Create",
      name: "Create API key",
      icon: KeyRound,
      to: `${base}/api-keys#create`,
      needs: ["api_keys:write"],
    },
    {
      id: "new:organization",
      group: "Create",
      name: "Create organization",
      icon: CirclePlus,
      to: "/welcome",
      needs: [],
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
