import type { z } from "zod";

type Issue = z.core.$ZodIssue;

function codeOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "required" : "invalid";
    case "too_small":
      if (issue.origin === "string") return issue.minimum === 1 ? "required" : `too_short:${issue.minimum}`;
      return issue.origin === "array" || issue.origin === "set" ? `choose_more:${issue.minimum}` : `too_low:${issue.minimum}`;
    case "too_big":
      if (issue.origin === "string") return `too_long:${issue.maximum}`;
      return issue.origin === "array" || issue.origin === "set" ? `choose_fewer:${issue.maximum}` : `too_high:${issue.maximum}`;
    case "invalid_format":
      return issue.format === "email" || issue.format === "url" ? `invalid_${issue.format}` : "invalid";
    case "invalid_value":
      return issue.input === undefined ? "required" : "invalid_choice";
    case "custom":
      return issue.message;
    default:
      return "invalid";
  }
}

/**
 * The codes of a field's errors, for the messages `Errors`. A limit follows a colon: "too_long:200".
 * A schema's own refinement gives its code as its error text.
 */
export function errorCodes(issues: Issue[]): string[] {
  return issues.map(codeOf);
}
