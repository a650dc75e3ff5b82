import type { Files } from "../../../platform/files.ts";
import { momentWords } from "../../../ui/dates.ts";
import type { Translate } from "../../../platform/i18n/index.ts";
import { sides, type Side } from "./codes.ts";
import type { Signature } from "./queries.ts";

/** A signature as a document shows it; `file` names its drawing. */
type Shown = { name: string; says: string; file: string | null };

/** The signatures of a document, and their drawings by name. */
export type Signed = {
  data: Record<Side, Shown | null>;
  files: Record<string, Uint8Array>;
};

export const noSignature: Signed = { data: { association: null, commune: null }, files: {} };

/** `name` tells apart the drawings of several documents printed together. */
export async function signedAs(
  t: Translate,
  files: Files,
  signatures: readonly Signature[],
  name = "signature",
): Promise<Signed> {
  const signed: Signed = { data: { ...noSignature.data }, files: {} };
  for (const side of sides) {
    const one = signatures.find((signature) => signature.side === side);
    if (!one) continue;
    const drawn = one.how === "drawn" && one.sha256 ? await files.read(one.sha256) : undefined;
    const file = drawn ? `${name}-${side}.png` : null;
    if (file && drawn) signed.files[file] = drawn;
    const says = t(`signing:says.${one.how}`, { moment: momentWords("fr", one.at) });
    signed.data[side] = { name: one.name, says, file };
  }
  return signed;
}
