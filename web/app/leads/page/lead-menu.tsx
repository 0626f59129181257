import { useSubmit } from "@remix-run/react";
import { MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "~/components/ui/menu";
import { useHouse } from "../house";
import { type LeadDetail, nameOf } from "../lead";
import { EraseDialog } from "./erase-dialog";

type LeadMenuProps = { lead: LeadDetail; leadTo: string };

/** What is done with all of a lead: taken along, deleted, erased. */
export function LeadMenu({ lead, leadTo }: LeadMenuProps) {
  const { mayDelete, mayExport, mayContact } = useHouse();
  const [isErasing, setErasing] = useState(false);
  const submit = useSubmit();
  const name = nameOf(lead);
  const mayTakeAlong = mayExport && mayContact;
  if (!mayDelete && !mayTakeAlong) return null;
  const trigger = (
    <Button look="secondary" size="icon" aria-label={`More about ${name}`}>
      <MoreHorizontal aria-hidden />
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger} label={`More about ${name}`}>
        {mayTakeAlong && (
          <MenuLink to={`${leadTo}/personal-data`} reloadDocument>
            Download all their data
          </MenuLink>
        )}
        {mayDelete && (
          <>
            {mayTakeAlong && <MenuSeparator />}
            <MenuItem onSelect={() => submit({ intent: "delete", name }, { method: "post", action: leadTo })}>
              Delete lead
            </MenuItem>
            <MenuItem danger onSelect={() => setErasing(true)}>
              Erase for good…
            </MenuItem>
          </>
        )}
      </Menu>
      {isErasing && <EraseDialog name={name} action={leadTo} close={() => setErasing(false)} />}
    </>
  );
}
