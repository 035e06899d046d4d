/** Changes the title of the page; what it answers gives the old one back, unless another page has set its own by then. */
export function holdTitle(titleOf: (before: string) => string): () => void {
  const before = document.title;
  const own = titleOf(before);
  document.title = own;
  return () => {
    if (document.title === own) document.title = before;
  };
}
