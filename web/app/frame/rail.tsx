import { Link, useLocation } from "@remix-run/react";
import { clsx } from "clsx";
import { ArrowLeft, Search } from "lucide-react";
import { Shortcut } from "~/components/ui/kbd";
import {
  addressOf,
  currentOf,
  type Destination,
  type DestinationGroup,
  home,
  isSettingsPath,
  mainDestinations,
  reachable,
  reachableGroups,
  settings,
  workGroups,
} from "./destinations";
import { useFrame } from "./frame-data";
import { useOpenLayer } from "./layers";
import { OrganizationSwitcher } from "./organization-switcher";
import { settingsGroups } from "./settings-destinations";
import { UserMenu } from "./user-menu";

/** 232 px at the left, from tablets up. In the settings it lists the settings. */
export function Rail() {
  const { pathname } = useLocation();
  return (
    <aside
      data-frame
      className="sticky top-0 hidden h-dvh w-58 shrink-0 flex-col border-r border-line bg-rail md:flex"
    >
      <div className="px-2 pt-2">
        <OrganizationSwitcher />
      </div>
      <div className="px-2 pt-1">
        <SearchButton />
      </div>
      <nav aria-label="Main" className="min-h-0 flex-1 overflow-y-auto px-2 py-3">
        {isSettingsPath(pathname) ? <SettingsList /> : <MainList />}
      </nav>
      <div className="border-t border-line p-2">
        <UserMenu side="top" />
      </div>
    </aside>
  );
}

function SearchButton() {
  const open = useOpenLayer();
  return (
    <button
      type="button"
      onClick={() => open("palette")}
      className="flex h-8 w-full items-center gap-2.5 rounded-8 px-2 text-muted hover:bg-hover hover:text-ink"
    >
      <Search aria-hidden className="size-4" />
      Search
      <span className="ml-auto">
        <Shortcut keys="mod+k" />
      </span>
    </button>
  );
}

function MainList() {
  const frame = useFrame();
  return (
    <>
      <RailLinks destinations={reachable([home], frame)} />
      <RailGroups groups={workGroups} />
      <RailLinks destinations={reachable([settings], frame)} />
    </>
  );
}

function SettingsList() {
  const frame = useFrame();
  const [back] = reachable([home], frame);
  return (
    <>
      {back && (
        <Link
          to={addressOf(back, frame)}
          prefetch="intent"
          className="mb-2 flex h-8 items-center gap-2.5 rounded-8 px-2 font-medium hover:bg-hover"
        >
          <ArrowLeft aria-hidden className="size-4 text-muted" />
          Settings
          <span className="sr-only">: back to Home</span>
        </Link>
      )}
      <RailGroups groups={settingsGroups} />
    </>
  );
}

function RailGroups({ groups }: { groups: DestinationGroup[] }) {
  const frame = useFrame();
  return reachableGroups(groups, frame).map(({ name, destinations }) => (
    <div key={name} role="group" aria-labelledby={`rail-${name}`} className="my-4 first:mt-0">
      <h2 id={`rail-${name}`} className="px-2 pb-1 text-12 text-muted">
        {name}
      </h2>
      <RailLinks destinations={destinations} />
    </div>
  ));
}

function RailLinks({ destinations }: { destinations: Destination[] }) {
  return (
    <ul className="grid gap-0.5">
      {destinations.map((destination) => (
        <RailLink key={destination.path} destination={destination} />
      ))}
    </ul>
  );
}

const everyDoor = [...mainDestinations, ...settingsGroups.flatMap(({ destinations }) => destinations)];

function RailLink({ destination }: { destination: Destination }) {
  const frame = useFrame();
  const { pathname } = useLocation();
  const { icon: Icon, name, outside } = destination;
  const isCurrent = currentOf(pathname, everyDoor, frame) === destination;
  return (
    <li>
      <Link
        to={addressOf(destination, frame)}
        aria-current={isCurrent ? "page" : undefined}
        reloadDocument={outside}
        prefetch={outside ? "none" : "intent"}
        className={clsx(
          "flex h-8 items-center gap-2.5 rounded-8 px-2",
          isCurrent ? "bg-hover font-medium text-ink" : "text-muted hover:bg-hover hover:text-ink",
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {name}
      </Link>
    </li>
  );
}
