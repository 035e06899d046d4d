"use client";

import { useEffect } from "react";
import { startAnew } from "./use-idle";

/** The first page is never painted into a document that a visit was in: an action's redirect would leave its words behind. */
export function StartAnew() {
  useEffect(startAnew, []);
  return null;
}
