import { Plus } from "lucide-react";
import { Popover as Radix } from "radix-ui";
import { Button } from "~/components/ui/button";
import { Shortcut } from "~/components/ui/kbd";
import { useBuilder } from "./builder-context";
import { TypePicker } from "./type-picker";

type AddQuestionProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** After the chosen question, or at the end; then the words of the new one are next. */
export function AddQuestion({ open, onOpenChange }: AddQuestionProps) {
  const { add, selected } = useBuilder();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>
        <Button className="mt-2 w-full justify-start!" look="quiet">
          <Plus aria-hidden />
          Add question
          <span className="ml-auto pointer-coarse:hidden">
            <Shortcut keys="/" />
          </span>
        </Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label="Add question"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          data-ground
          // The words of what was added take the focus, not the button.
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="animate-rise z-50 flex max-h-(--radix-popover-content-available-height) w-72 flex-col rounded-8 border border-line bg-raised shadow-lift focus:outline-none"
        >
          <TypePicker
            onPick={(type) => {
              onOpenChange(false);
              add(type, selected);
            }}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
