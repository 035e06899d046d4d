let isPassing = false;

function pass(form: HTMLFormElement, submitter: HTMLElement | null): void {
  isPassing = true;
  form.requestSubmit(submitter);
  isPassing = false;
}

/**
 * Without a network no form is sent: the page of its failure would take the place of all that was typed. `onHeld` is told of each. A browser
 * that is wrong about its network sends what it held as soon as the server has answered it. Gives what ends the holding.
 */
export function holdForms(onHeld: () => void): () => void {
  const hold = (event: SubmitEvent) => {
    if (navigator.onLine || isPassing || !(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { target: form, submitter } = event;
    fetch("/api/health", { cache: "no-store" }).then(() => pass(form, submitter), onHeld);
  };
  // Before React, which sends forms of its own.
  addEventListener("submit", hold, { capture: true });
  return () => removeEventListener("submit", hold, { capture: true });
}
