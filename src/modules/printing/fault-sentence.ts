import type { Translate } from "../../platform/i18n/index.ts";
import { faultOf } from "./rules.ts";

type Fault = { why: string; says: string; file?: string; line?: number; column?: number };

/** Where a template is wrong and about what, with the line itself: nobody counts sixty lines. */
export function faultSentence(t: Translate, fault: Fault, source: string): string {
  const { code, word } = faultOf(fault);
  const what = t(`templates:fault.${code}`, { word });
  const { line, column } = fault;
  if (!line || !column) return what;
  // What the site adds to a template is not shown on the screen.
  if (fault.file === "commun.typ") return t("templates:fault.inCommon", { what });
  const text = (source.split("\n")[line - 1] ?? "").trim().slice(0, 120);
  return t("templates:fault.at", { line, column, what, text });
}
