/** A notice lies beside what is open, not outside of it: to dismiss one, or to undo, closes no menu. */
export function stayOpenBeside(event: Event): void {
  if (event.target instanceof Element && event.target.closest("[data-sonner-toaster]"))
    event.preventDefault();
}
