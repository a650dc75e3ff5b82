import type { Ask } from "../../../platform/http/ask.ts";
import { associationsNamed, plainWords } from "../../associations/index.ts";

/** The one association that is called so; nothing when none or several are. */
export async function associationNamed(ask: Ask, text: string): Promise<string | undefined> {
  const plain = plainWords(text).join(" ");
  const found = await associationsNamed(ask.tx, { text, plain }, 20);
  const same = found.filter(({ name }) => plainWords(name).join(" ") === plain);
  const [only, more] = same.length ? same : found;
  return more ? undefined : only?.id;
}
