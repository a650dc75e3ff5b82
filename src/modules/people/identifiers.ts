import { notFound } from "../../platform/http/answer.ts";
import type { Ask } from "../../platform/http/ask.ts";

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isUuid = (value: string): boolean => shape.test(value);

/** The identifier in the address; anything that is not one leads nowhere. */
export function idOf(ask: Ask): string {
  const id = ask.params["id"] ?? "";
  return isUuid(id) ? id : notFound();
}
