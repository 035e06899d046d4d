/**
 * Asks the server now, or with the first network there is: without one, a refresh would put the offline page in the place of what is shown.
 * What it answers takes a request back that still waits.
 */
export function whenOnline(ask: () => void): () => void {
  if (navigator.onLine) ask();
  else addEventListener("online", ask, { once: true });
  return () => removeEventListener("online", ask);
}
