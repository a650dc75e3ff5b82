import type { Translate } from "../../../platform/i18n/index.ts";
import type { RegistryRefusal } from "./opening.ts";

/** Why a file is not read, in a sentence. */
export function refusalWords(t: Translate, refusal: RegistryRefusal): string {
  switch (refusal) {
    case "not_registry":
    case "no_csv":
    case "swollen_archive":
    case "encrypted_archive":
    case "damaged_archive":
    case "crowded_archive":
      return t(`rna:problem.${refusal}`);
    default:
      return t(`imports:file.${refusal}`);
  }
}
