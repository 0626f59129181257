import { type Editor, useEditorState } from "@tiptap/react";
import { ExternalLink, Pencil, Unlink } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "~/components/ui/button";
import { Input } from "~/components/ui/input";
import { safeLink } from "../../../../worker/pieces/pure/links";
import { Bubble } from "./bubble";
import { useAttention } from "./use-attention";
import { ToolButton } from "./tool-button";
import { useEscape } from "./use-escape";

const asked = "ask-link";

export function askForLink(editor: Editor): void {
  editor.view.dom.dispatchEvent(new CustomEvent(asked));
}

/** Where a link leads is seen with the cursor in it. */
export function LinkBubble({ editor }: { editor: Editor }) {
  const [editing, setEditing] = useState(false);
  const isNear = useAttention(editor);
  const link = useEditorState({
    editor,
    selector: ({ editor }) => ({
      href: String(editor.getAttributes("link")["href"] ?? ""),
      from: editor.state.selection.from,
      to: editor.state.selection.to,
    }),
  });
  useEffect(() => {
    const { dom } = editor.view;
    const ask = () => setEditing(true);
    dom.addEventListener(asked, ask);
    return () => dom.removeEventListener(asked, ask);
  }, [editor]);
  const { href, from, to } = link;
  function close(): void {
    setEditing(false);
    editor.commands.focus();
  }
  if (editing)
    return (
      <Bubble editor={editor} from={from} to={to} label="Link">
        <LinkForm key={href} editor={editor} href={href} onDone={close} />
      </Bubble>
    );
  if (href === "" || from !== to || !isNear) return null;
  return (
    <Bubble editor={editor} from={from} to={to} label="Link">
      <a
        href={safeLink(href) ?? undefined}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="link mx-1.5 max-w-56 truncate text-13"
      >
        {href}
      </a>
      <ExternalLink aria-hidden className="mr-1 size-3.5 shrink-0 text-muted" />
      <ToolButton name="Change the link" icon={Pencil} onPress={() => setEditing(true)} />
      <ToolButton
        name="Take the link off"
        icon={Unlink}
        onPress={() => editor.chain().focus().extendMarkRange("link").unsetLink().run()}
      />
    </Bubble>
  );
}

type LinkFormProps = { editor: Editor; href: string; onDone: () => void };

function LinkForm({ editor, href, onDone }: LinkFormProps) {
  const [address, setAddress] = useState(href);
  const [isWrong, setWrong] = useState(false);
  useEscape(true, onDone);
  function save(): void {
    const chain = editor.chain().extendMarkRange("link");
    if (address.trim() === "") chain.unsetLink().run();
    else {
      const safe = safeLink(withProtocol(address.trim()));
      if (safe === null) return setWrong(true);
      chain.setLink({ href: safe }).run();
    }
    onDone();
  }
  return (
    <form
      className="flex flex-wrap items-center gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Input
        autoFocus
        aria-label="Address of the link"
        aria-invalid={isWrong || undefined}
        placeholder="example.com/page"
        inputMode="url"
        value={address}
        onChange={({ target }) => (setWrong(false), setAddress(target.value))}
        className="w-64! max-w-full"
      />
      <Button type="submit" look="primary" size="sm">
        Link
      </Button>
      {isWrong && (
        <p role="alert" className="w-full px-1 text-13 text-danger">
          Use a web address, mailto: or tel:.
        </p>
      )}
    </form>
  );
}

function withProtocol(address: string): string {
  if (/^[a-z]+:/i.test(address)) return address;
  return /^[^\s@/]+@[^\s@/]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}
