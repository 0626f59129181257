import { Link, NavLink, useLocation } from "@remix-run/react";
import { clsx } from "clsx";
import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import {
  addressOf,
  currentOf,
  type Destination,
  groupOf,
  home,
  isSettingsPath,
  reachable,
  reachableGroups,
  settings,
  workGroups,
} from "./destinations";
import { useFrame } from "./frame-data";
import { useOpenLayer } from "./layers";
import { OrganizationSwitcher } from "./organization-switcher";
import { UserMenu } from "./user-menu";

/** The organization, and where the work has several doors, those beside each other. */
export function PhoneTopBar() {
  const frame = useFrame();
  const { pathname } = useLocation();
  const group = groupOf(pathname, frame);
  const current = group && currentOf(pathname, group.destinations, frame);
  return (
    <header data-frame className="sticky top-0 z-20 border-b border-line bg-rail px-2 py-1 md:hidden">
      <OrganizationSwitcher />
      {group && (
        <nav aria-label={group.name} className="-mx-2 overflow-x-auto px-2">
          <ul className="flex gap-1 whitespace-nowrap">
            {group.destinations.map((destination) => (
              <GroupDoor
                key={destination.path}
                name={destination.name}
                to={addressOf(destination, frame)}
                isCurrent={destination === current}
              />
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

type GroupDoorProps = { name: string; to: string; isCurrent: boolean };

/** Where there are more doors than fit, the one that is open is brought into sight. */
function GroupDoor({ name, to, isCurrent }: GroupDoorProps) {
  const door = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const list = door.current?.closest("nav");
    if (!isCurrent || !door.current || !list) return;
    const { offsetLeft, offsetWidth } = door.current;
    list.scrollLeft = offsetLeft + offsetWidth / 2 - list.clientWidth / 2;
  }, [isCurrent]);
  return (
    <li ref={door}>
      <Link
        to={to}
        aria-current={isCurrent ? "page" : undefined}
        className={clsx(
          "flex h-11 items-center px-2.5 text-13",
          isCurrent ? "border-b-2 border-stream font-medium text-ink" : "text-muted",
        )}
      >
        {name}
      </Link>
    </li>
  );
}

type Door = { destination: Destination; name: string; isCurrent?: boolean };

/** Home, the first door of each group under the group's name, and the settings. */
function useDoors(): Door[] {
  const frame = useFrame();
  const { pathname } = useLocation();
  const current = groupOf(pathname, frame)?.name;
  const groups = reachableGroups(workGroups, frame).flatMap(({ name, destinations: [destination] }) =>
    destination ? [{ destination, name, isCurrent: name === current }] : [],
  );
  return [
    ...reachable([home], frame).map((destination) => ({ destination, name: destination.name })),
    ...groups,
    ...reachable([settings], frame).map((destination) => ({
      destination,
      name: destination.name,
      isCurrent: isSettingsPath(pathname),
    })),
  ];
}

/** At the thumb, on phones. */
export function PhoneBottomBar() {
  const frame = useFrame();
  const open = useOpenLayer();
  return (
    <nav
      data-frame
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-rail pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="mx-auto flex max-w-md *:flex-1">
        {useDoors().map(({ destination, name, isCurrent }) => {
          const { icon: Icon, path } = destination;
          return (
            <li key={path}>
              <NavLink
                to={addressOf(destination, frame)}
                end={path === "/o/:organization"}
                className={({ isActive }) =>
                  clsx(
                    "grid h-14 place-items-center content-center gap-0.5 text-12",
                    (isCurrent ?? isActive) ? "font-medium text-stream-ink" : "text-muted",
                  )
                }
              >
                <Icon aria-hidden className="size-5" />
                {name}
              </NavLink>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            onClick={() => open("palette")}
            className="grid h-14 w-full place-items-center content-center gap-0.5 text-12 text-muted"
          >
            <Search aria-hidden className="size-5" />
            Search
          </button>
        </li>
        <li>
          <UserMenu side="top" compact />
        </li>
      </ul>
    </nav>
  );
}
