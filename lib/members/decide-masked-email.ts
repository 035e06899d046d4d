/** Enough for its owner to know it again, too little for the person behind: `k•••@example.jp`. */
export function decideMaskedEmail(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  return `${local.slice(0, 1)}•••@${domain}`;
}
