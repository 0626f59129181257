import { useSubmit } from "@remix-run/react";
import { Keyboard, LogOut, Palette, ScrollText, UserRound } from "lucide-react";
import { Avatar } from "~/components/ui/avatar";
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "~/components/ui/menu";
import { useFrame } from "./frame-data";
import { useOpenLayer } from "./layers";

export function UserMenu({ side, compact = false }: { side: "top" | "bottom"; compact?: boolean }) {
  const { user } = useFrame();
  const open = useOpenLayer();
  const submit = useSubmit();
  return (
    <Menu
      align="start"
      side={side}
      label="You"
      trigger={
        compact ? (
          <button
            type="button"
            className="grid h-14 w-full place-items-center content-center gap-0.5 text-12 text-muted"
          >
            <Avatar name={user.name} src={user.avatarUrl} size="sm" />
            You
          </button>
        ) : (
          <button
            type="button"
            className="flex h-10 w-full min-w-0 items-center gap-2.5 rounded-8 px-2 hover:bg-hover data-[state=open]:bg-hover"
          >
            <Avatar name={user.name} src={user.avatarUrl} />
            <span className="truncate">{user.name}</span>
            <span className="sr-only">, your menu</span>
          </button>
        )
      }
    >
      <MenuLabel>{user.email}</MenuLabel>
      <MenuLink to="/account/profile" keys="g p">
        <UserRound aria-hidden />
        Profile
      </MenuLink>
      <MenuLink to="/account/appearance" keys="g a">
        <Palette aria-hidden />
        Appearance
      </MenuLink>
      <MenuItem onSelect={() => open("help")} keys="?">
        <Keyboard aria-hidden />
        Keyboard shortcuts
      </MenuItem>
      <MenuLink to="/docs" reloadDocument>
        <ScrollText aria-hidden />
        API reference
      </MenuLink>
      <MenuSeparator />
      <MenuItem onSelect={() => submit(null, { method: "post", action: "/sign-out" })}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
