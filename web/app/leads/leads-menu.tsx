import { MoreHorizontal } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Menu, MenuLink } from "~/components/ui/menu";
import type { LeadsHouse } from "./lead";
import { exportQuery } from "./table/export-query";
import type { TableState } from "./views/address";

type LeadsMenuProps = { house: LeadsHouse; state: TableState; q: string; base: string };

/** What is done with the whole table, beside adding to it. */
export function LeadsMenu({ house, state, q, base }: LeadsMenuProps) {
  const trigger = (
    <Button look="secondary" size="icon" aria-label="More about leads">
      <MoreHorizontal aria-hidden />
    </Button>
  );
  if (!house.mayExport && !house.mayDelete && !house.mayContact && !house.mayImport) return null;
  return (
    <Menu trigger={trigger} label="More about leads">
      {house.mayImport && <MenuLink to={`${base}/import`}>Import from a file</MenuLink>}
      {house.mayExport && (
        <MenuLink to={`${base}/export?${exportQuery(house, state, q)}`} reloadDocument>
          {q === "" ? "Export this view as CSV" : "Export what was found as CSV"}
        </MenuLink>
      )}
      {house.mayContact && <MenuLink to={`${base}/duplicates`}>Possible duplicates</MenuLink>}
      {house.mayDelete && <MenuLink to={`${base}/deleted`}>Deleted leads</MenuLink>}
    </Menu>
  );
}
