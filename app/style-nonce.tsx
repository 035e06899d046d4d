"use client";

import { useState } from "react";

/**
 * react-aria puts this nonce on the style it adds. It is the document's: a page that is only put into the document later comes with a nonce of
 * its own answer, which this document's policy does not know.
 */
export function StyleNonce({ nonce }: { nonce: string | undefined }) {
  const [documents] = useState(nonce);
  return <meta property="csp-nonce" nonce={documents} />;
}
