/** How browsers name a request that got no answer: Chrome and Firefox say fetch, Safari what happened to the load or the connection. */
const unanswered = /fetch|network|load failed|connection|offline/i;

/** Whether a page failed because nothing came through the air, and not through a fault of ours, which has its number. */
export function isLostNetwork(fault: Error & { digest?: string }, isOnline: boolean): boolean {
  if (fault.digest) return false;
  return !isOnline || (fault instanceof TypeError && unanswered.test(fault.message));
}
