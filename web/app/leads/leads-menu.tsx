import { MoreHorizontal } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Menu, MenuLink } from "~/components/ui/menu";
import type { LeadsHouse } from "./lead";
import { shown as shownOf, columnsOf } from "./table/columns";
import { exportedColumns } from "./table/exported-columns";
import type { TableState } from "./views/address";
import { textOfAsked } from "./views/asked";

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

/** What stands on the screen: while something is searched for, that is what was found. */
function exportQuery(house: LeadsHouse, state: TableState, q: string): string {
  const query = new URLSearchParams(textOfAsked({ ...state, group: null, q, closed: [] }));
  const keys = shownOf(state.columns, columnsOf(house)).map(({ key }) => key);
  query.set("columns", exportedColumns(keys).join(","));
  return query.toString();
}
