/** Notes in which forms somebody has typed. `isAny`: whether such a form is still there, neither sent nor emptied. Answers how to stop, too. */
export function watchForms(): { isAny: () => boolean; stop: () => void } {
  const edited = new Set<HTMLFormElement>();
  const note = ({ target }: Event) => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form) edited.add(form);
  };
  // React empties a form that has been sent.
  const forget = ({ target }: Event) => {
    if (target instanceof HTMLFormElement) edited.delete(target);
  };
  document.addEventListener("input", note);
  document.addEventListener("reset", forget);
  return {
    isAny: () => [...edited].some((form) => form.isConnected),
    stop: () => {
      document.removeEventListener("input", note);
      document.removeEventListener("reset", forget);
    },
  };
}
