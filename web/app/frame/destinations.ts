import {
  Building2,
  CalendarDays,
  ChartSpline,
  ClipboardList,
  ContactRound,
  House,
  Layers,
  Lightbulb,
  Link2,
  ListTodo,
  type LucideIcon,
  Settings,
  SquareKanban,
  Store,
  Trophy,
  Waypoints,
} from "lucide-react";
import type { FrameData, Permission } from "./frame-data";

export type Destination = {
  name: string;
  /** What is there, in half a sentence: for the settings page, the palette and tooltips. */
  about: string;
  /** `:organization` is filled with the slug of the one we are in. */
  path: string;
  icon: LucideIcon;
  /** Pressed one after the other. */
  keys?: string;
  permission?: Permission;
  operator?: boolean;
  /** Belongs to the API Worker, so the browser loads it anew. */
  outside?: boolean;
};

export type DestinationGroup = { name: string; destinations: Destination[] };

export const home: Destination = {
  name: "Home",
  about: "What flows, and what to do next",
  path: "/o/:organization",
  icon: House,
  keys: "g h",
};

export const settings: Destination = {
  name: "Settings",
  about: "Your organization and you",
  path: "/o/:organization/settings",
  icon: Settings,
  keys: "g s",
};

/** What people work in, between Home and Settings. A new area of the product is a group here. */
export const workGroups: DestinationGroup[] = [
  {
    name: "Content",
    destinations: [
      {
        name: "Bundles",
        about: "Order content, watch it being written",
        path: "/o/:organization/bundles",
        icon: Layers,
        keys: "g b",
        permission: "content:read",
      },
      {
        name: "Calendar",
        about: "What goes out when",
        path: "/o/:organization/calendar",
        icon: CalendarDays,
        keys: "g c",
        permission: "content:read",
      },
      {
        name: "Journey",
        about: "Where each piece leads its reader",
        path: "/o/:organization/journey",
        icon: Waypoints,
        keys: "g j",
        permission: "content:read",
      },
      {
        name: "Topics",
        about: "What to write about, and why readers would care",
        path: "/o/:organization/topics",
        icon: Lightbulb,
        keys: "g t",
        permission: "content:read",
      },
      {
        name: "Businesses",
        about: "Whom you write for: website, audience, voice",
        path: "/o/:organization/businesses",
        icon: Store,
        permission: "content:read",
      },
    ],
  },
  {
    name: "Capture",
    destinations: [
      {
        name: "Forms",
        about: "What you ask visitors, and what they answer",
        path: "/o/:organization/forms",
        icon: ClipboardList,
        keys: "g f",
        permission: "forms:read",
      },
      {
        name: "Links",
        about: "Short addresses, and who followed them",
        path: "/o/:organization/links",
        icon: Link2,
        keys: "g l",
        permission: "links:read",
      },
    ],
  },
  {
    name: "Leads",
    destinations: [
      {
        name: "Leads",
        about: "Everybody who asked, in a table of your making",
        path: "/o/:organization/leads",
        icon: ContactRound,
        keys: "g e",
        permission: "leads:read",
      },
      {
        name: "Board",
        about: "Where each lead stands, and what it is worth",
        path: "/o/:organization/leads/board",
        icon: SquareKanban,
        keys: "g p",
        permission: "leads:read",
      },
      {
        name: "Tasks",
        about: "What is to be done about your leads, by when",
        path: "/o/:organization/tasks",
        icon: ListTodo,
        keys: "g d",
        permission: "leads:read",
      },
      {
        name: "Companies",
        about: "Whom your leads work for",
        path: "/o/:organization/companies",
        icon: Building2,
        permission: "leads:read",
      },
      {
        name: "Forecast",
        about: "What the next weeks bring, and how sure that is",
        path: "/o/:organization/forecasts",
        icon: ChartSpline,
        keys: "g w",
        permission: "leads:read",
      },
      {
        name: "Performance",
        about: "What members and teams made of their leads",
        path: "/o/:organization/performance",
        icon: Trophy,
        permission: "leads:read",
      },
    ],
  },
];

/** Every door outside the settings, in the order of the rail. */
export const mainDestinations: Destination[] = [
  home,
  ...workGroups.flatMap((group) => group.destinations),
  settings,
];

/** Only what this person may open: a door that would be shut is not shown. */
export function reachable(destinations: Destination[], frame: FrameData): Destination[] {
  return destinations.filter((destination) => mayOpen(destination, frame));
}

export function reachableGroups(groups: DestinationGroup[], frame: FrameData): DestinationGroup[] {
  return groups
    .map((group) => ({ ...group, destinations: reachable(group.destinations, frame) }))
    .filter((group) => group.destinations.length > 0);
}

/** The group of work that an address is in, such as Content for one of its bundles. */
export function groupOf(pathname: string, frame: FrameData): DestinationGroup | undefined {
  return reachableGroups(workGroups, frame).find(({ destinations }) =>
    destinations.some((destination) => pathname.startsWith(addressOf(destination, frame))),
  );
}

/** The one door that an address is behind: the deepest of those above it, so a lead is among the leads, not on the board. */
export function currentOf(
  pathname: string,
  destinations: Destination[],
  frame: FrameData,
): Destination | undefined {
  const above = destinations.filter((destination) =>
    isAbove(addressOf(destination, frame), destination, pathname),
  );
  return above.toSorted((one, other) => other.path.length - one.path.length)[0];
}

function isAbove(address: string, { path }: Destination, pathname: string): boolean {
  return pathname === address || (path !== home.path && pathname.startsWith(`${address}/`));
}

export function addressOf(destination: Destination, frame: FrameData): string {
  return destination.path.replace(":organization", frame.organization?.slug ?? "");
}

function mayOpen(destination: Destination, frame: FrameData): boolean {
  if (destination.operator) return frame.user.platformRole === "super_admin";
  if (destination.path.includes(":organization") && !frame.organization) return false;
  return !destination.permission || frame.permissions.includes(destination.permission);
}

/** Settings have their own list in the rail. */
export function isSettingsPath(pathname: string): boolean {
  return /^\/(?:o\/[^/]+\/settings|account|operator)(?:\/|$)/.test(pathname);
}
