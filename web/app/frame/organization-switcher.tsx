import { ChevronsUpDown, CirclePlus } from "lucide-react";
import { Avatar } from "~/components/ui/avatar";
import { Menu, MenuLabel, MenuLink, MenuSeparator } from "~/components/ui/menu";
import { useFrame } from "./frame-data";

export function OrganizationSwitcher() {
  const { organization, organizations } = useFrame();
  const name = organization?.name ?? "No organization";
  return (
    <Menu
      align="start"
      label="Organizations"
      trigger={
        <button
          type="button"
          className="flex h-10 w-full min-w-0 items-center gap-2.5 rounded-8 px-2 hover:bg-hover data-[state=open]:bg-hover"
        >
          <Avatar name={name} size="md" square />
          <span className="truncate font-semibold">{name}</span>
          <span className="sr-only">, switch organization</span>
          <ChevronsUpDown aria-hidden className="ml-auto size-4 shrink-0 text-muted" />
        </button>
      }
    >
      <MenuLabel>Organizations</MenuLabel>
      {organizations.map((one) => (
        <MenuLink key={one.id} to={`/o/${one.slug}`} current={one.id === organization?.id}>
          <Avatar name={one.name} size="sm" square />
          <span className="truncate">{one.name}</span>
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuLink to="/welcome">
        <CirclePlus aria-hidden />
        Create organization
      </MenuLink>
    </Menu>
  );
}
