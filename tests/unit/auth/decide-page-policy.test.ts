import { expect, test } from "vitest";
import { decideFrame, decidePagePolicy } from "@/lib/auth/decide-page-policy";

const portal = { formTargets: ["https://portal.example"], frame: "https://portal.example" };
const nobody = { formTargets: [], frame: null };

test("until a portal is listed, no page stands in a frame and no form leads away", () => {
  for (const path of ["/", "/scan", "/me", "/admin"]) {
    const policy = decidePagePolicy("n", path, nobody);
    expect(policy).toContain("form-action 'self'; frame-ancestors 'none'");
    expect(decideFrame(path, nobody)).toBeNull();
  }
});

test("a listed portal may show the page with the one button, and only the portal", () => {
  expect(decidePagePolicy("n", "/framed", portal)).toMatch(/frame-ancestors https:\/\/portal\.example$/);
});

test.each([
  ...["/", "/scan", "/shops", "/history", "/e/AAAAAAAAAAAAAAAAAAAAAA", "/terms", "/privacy", "/nowhere", "/framed/x"],
  ...["/admin", "/admin/members", "/sign-in", "/sign-in/code", "/sign-up", "/consent", "/prove", "/prove/code", "/me"],
  ...["/c/AAAAAAAAAAAAAAAAAAAAAA", "/busy"],
])("never in a frame, from which a link would lead on without its mark: %s", (path) => {
  expect(decidePagePolicy("n", path, portal)).toMatch(/frame-ancestors 'none'$/);
});

test("a form may lead to the listed providers and nowhere else; scripts need the nonce", () => {
  const policy = decidePagePolicy("abc", "/sign-in", portal);
  expect(policy).toContain("form-action 'self' https://portal.example;");
  expect(policy).toContain("'nonce-abc'");
  expect(policy).not.toContain("'unsafe-eval'");
});
