// Entering with the device: a fingerprint, a face or the device's own code, where the browser knows how.

type Described = { id: string; type: "public-key" };
type Options = {
  challenge: string;
  timeout?: number;
  userVerification?: UserVerificationRequirement;
  rpId?: string;
  user?: { id: string; name: string; displayName: string };
  excludeCredentials?: Described[];
};
export type Offer = {
  challenge: string;
  words: Record<"waiting" | "given_up" | "already" | "failed", string>;
};

if ("PublicKeyCredential" in window) {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-device]")) offer(form);
  for (const sorry of document.querySelectorAll<HTMLElement>("[data-without-device]"))
    sorry.hidden = true;
}

/** Shows the button; pressed, it asks the device, then sends its answer as any form. */
function offer(form: HTMLFormElement): void {
  const { challenge, words } = JSON.parse(form.dataset["device"] ?? "{}") as Offer;
  const status = form.querySelector("output");
  const say = (sentence: string) => status && (status.textContent = sentence);
  let busy = false;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (busy) return;
    busy = true;
    say(words.waiting);
    try {
      const field = form.querySelector<HTMLInputElement>("input[name=reponse]");
      if (field) field.value = JSON.stringify(await answerOf(challenge));
      form.submit();
    } catch (fault) {
      const name = fault instanceof DOMException ? fault.name : "";
      say(
        name === "InvalidStateError"
          ? words.already
          : name === "NotAllowedError" || name === "AbortError"
            ? words.given_up
            : words.failed,
      );
      busy = false;
    }
  });
}

/** Asks the site for a challenge and the device for its answer, in the words of the site. */
async function answerOf(address: string): Promise<object> {
  const asked = await fetch(address, { method: "POST" });
  if (!asked.ok) throw new Error("the site gave no challenge");
  const options = (await asked.json()) as Options;
  const challenge = bytes(options.challenge);
  const made = options.user
    ? await navigator.credentials.create({
        publicKey: {
          ...(options as unknown as PublicKeyCredentialCreationOptions),
          challenge,
          user: { ...options.user, id: bytes(options.user.id) },
          excludeCredentials: (options.excludeCredentials ?? []).map((one) => ({
            ...one,
            id: bytes(one.id),
          })),
        },
      })
    : await navigator.credentials.get({
        publicKey: { ...(options as unknown as PublicKeyCredentialRequestOptions), challenge },
      });
  const { id, rawId, type, response } = made as PublicKeyCredential;
  const said: Record<string, string> = {};
  const parts = [
    "clientDataJSON",
    "attestationObject",
    "authenticatorData",
    "signature",
    "userHandle",
  ];
  for (const part of parts) {
    const value = (response as unknown as Record<string, ArrayBuffer | null | undefined>)[part];
    if (value) said[part] = text(value);
  }
  return { id, rawId: text(rawId), type, response: said };
}

function bytes(written: string): Uint8Array<ArrayBuffer> {
  const plain = atob(written.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
