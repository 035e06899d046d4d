"use client";

import { useEffect } from "react";
import { tellTabs } from "./use-idle";

/** Where nobody is shown, other tabs are told to look whether what they show is still open. */
export function TellTabs() {
  useEffect(tellTabs, []);
  return null;
}
