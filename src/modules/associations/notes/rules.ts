export const longestNote = 2000;

export type Sensitive = "health" | "belief" | "number" | "account" | "password";

const words: Record<Exclude<Sensitive, "number" | "account">, readonly string[]> = {
  health: [
    "maladie",
    "malade",
    "cancer",
    "depression",
    "depressif",
    "depressive",
    "handicap",
    "handicape",
    "handicapee",
    "hopital",
    "hospitalise",
    "hospitalisee",
    "burn out",
    "burn-out",
    "alcoolique",
    "enceinte",
    "psychiatre",
    "diagnostic",
    "sida",
    "vih",
  ],
  belief: [
    "musulman",
    "musulmane",
    "juif",
    "juive",
    "catholique",
    "protestant",
    "protestante",
    "athee",
    "temoin de jehovah",
    "religion",
    "homosexuel",
    "homosexuelle",
    "syndique",
    "syndiquee",
    "parti politique",
    "casier judiciaire",
  ],
  password: ["mot de passe", "mdp", "password", "code secret", "code d’acces", "code d'acces"],
};

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Social-security number: 13 digits, or 15 with its key, spaced or not. */
const nir =
  /(?<!\d)[12]\s?\d{2}\s?(?:0\d|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?(?!\d)/i;
const iban = /\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,4})?\b/i;

/**
 * What in a text should not be written about someone: health, beliefs, numbers of the State or of a bank, passwords.
 * A few words: it warns, it does not judge. `found` is the word to show, nothing for numbers.
 */
export function sensitiveIn(text: string): { kind: Sensitive; found?: string } | undefined {
  if (nir.test(text)) return { kind: "number" };
  if (iban.test(text) && /\d{6}/.test(text.replace(/\s/g, ""))) return { kind: "account" };
  const read = plain(text);
  for (const [kind, list] of Object.entries(words) as [Sensitive, readonly string[]][]) {
    const found = list.find((word) =>
      new RegExp(`(?<![\\p{L}])${plain(word)}s?(?![\\p{L}])`, "u").test(read),
    );
    if (found) return { kind, found };
  }
  return undefined;
}

export type NoteRefusal = "empty" | "too_long" | Sensitive;

/** Why a note is not kept as it is; what is sensitive may be kept by who says they read the warning. */
export function whyNotNote(body: string, sure: boolean): NoteRefusal | undefined {
  if (!body) return "empty";
  if (body.length > longestNote) return "too_long";
  const sensitive = sensitiveIn(body)?.kind;
  // A number or a password is never kept, whoever is sure.
  if (sensitive && (!sure || !["health", "belief"].includes(sensitive))) return sensitive;
  return undefined;
}
