import type { FormAnswer, Loaded } from "./contract";
import { frameForm } from "./frame-form";
import { keepHeight } from "./keep-height";
import { obeyCommands } from "./commands";
import { whenOwnerWants } from "./opening";

type Load = (id: string, language: string) => Promise<Loaded>;

const watched = ["form", "lang", "mode"];

/** `<trb-form>`: until a form is there, and wherever it cannot be, what stands between its tags stays: a link to the form. */
export function defineForm(from: string, load: Load): void {
  if (customElements.get("trb-form")) return;
  class TrbForm extends HTMLElement {
    static observedAttributes = watched;
    #loaded: Promise<Loaded> | undefined;
    #sheet = new CSSStyleSheet();

    connectedCallback() {
      // Moved about the page, it keeps what was typed.
      if (!this.shadowRoot) this.#begin();
    }

    attributeChangedCallback(_name: string, before: string | null) {
      if (before !== null && this.shadowRoot && this.isConnected) this.#begin();
    }

    /** Opens the popup, slide-in or bar; an inline form takes the focus. */
    async open() {
      const { runtime, answer } = await this.#fetch();
      runtime.openForm(this, this.#root(), answer, from);
    }

    close() {
      this.shadowRoot?.querySelector("dialog")?.close();
    }

    #begin() {
      this.#loaded = undefined;
      const root = this.#root();
      root.adoptedStyleSheets = [this.#sheet];
      keepHeight(this, this.#sheet, () => root.replaceChildren(document.createElement("slot")));
      const mode = this.getAttribute("mode") ?? "inline";
      if (this.hasAttribute("isolated")) frameForm(this, root, from);
      else if (mode === "inline") void this.#show();
      else whenOwnerWants(this, root, mode, () => void this.open().catch(() => this.#complain()));
    }

    async #show() {
      try {
        const { runtime, answer } = await this.#fetch();
        if (!this.isConnected) return;
        if (needsFrame(answer)) return frameForm(this, this.#root(), from);
        const mount = () => runtime.mountForm(this, this.#root(), answer, from);
        // On the form's own page the whole form stood there, every page of it; nothing stands below.
        if (this.querySelector("form")) mount();
        else keepHeight(this, this.#sheet, mount);
      } catch {
        this.#complain();
      }
    }

    /** The link stays, and the form comes when the network does. */
    #complain() {
      this.#loaded = undefined;
      this.dispatchEvent(
        new CustomEvent("trb:error", { bubbles: true, composed: true, detail: { reason: "unreachable" } }),
      );
      if (this.getAttribute("mode") === null)
        addEventListener("online", () => void this.#show(), { once: true });
    }

    #fetch(): Promise<Loaded> {
      this.#loaded ??= load(this.getAttribute("form") ?? "", languageOf(this));
      return this.#loaded;
    }

    #root(): ShadowRoot {
      return this.shadowRoot ?? this.attachShadow({ mode: "open" });
    }
  }
  customElements.define("trb-form", TrbForm);
  obeyCommands();
}

/** A challenge is another company's script: it runs in a frame of ours, never in the page of a host. */
function needsFrame(answer: FormAnswer): boolean {
  return "hasChallenge" in answer && answer.hasChallenge;
}

function languageOf(host: HTMLElement): string {
  return host.lang || host.closest<HTMLElement>("[lang]")?.lang || "";
}
