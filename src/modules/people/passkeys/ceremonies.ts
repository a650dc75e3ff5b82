import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import { parsedJson } from "../../../platform/json.ts";
import type { Ask } from "../../../platform/http/ask.ts";
import type { Person } from "../../../platform/http/person.ts";
import type { KnownDevice } from "./queries.ts";
import { challengeMinutes } from "./rules.ts";

/** A third of a second to load: when somebody uses a device, not at each start. */
const library = () => import("@simplewebauthn/server");

const timeout = challengeMinutes * 60_000;
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));

/** A device works for the host it was added on, and for no other. */
const hostOf = ({ view }: Ask): string => new URL(view.origin).hostname;

/** The identifier a device keeps of a person: theirs here, meaning nothing elsewhere. */
const handleOf = (personId: string) =>
  new Uint8Array(Buffer.from(personId.replaceAll("-", ""), "hex"));

/** What the browser needs to add a device: it must hold the name itself and make sure who is there. */
export const optionsToAdd = async (
  ask: Ask,
  person: Person,
  challenge: string,
  known: readonly string[],
) =>
  (await library()).generateRegistrationOptions({
    rpName: ask.tenant.view.siteName,
    rpID: hostOf(ask),
    userID: handleOf(person.id),
    userName: person.email,
    userDisplayName: person.name,
    challenge: bytes(challenge),
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    timeout,
  });

/** What the browser needs to enter: no list, so that the page tells nobody who has a device. */
export const optionsToEnter = async (ask: Ask, challenge: string) =>
  (await library()).generateAuthenticationOptions({
    rpID: hostOf(ask),
    challenge: bytes(challenge),
    userVerification: "required",
    timeout,
  });

const text = z.string().max(20_000);
const envelope = { id: text, rawId: text, type: z.literal("public-key") };
const added = z.object({
  ...envelope,
  response: z.object({ clientDataJSON: text, attestationObject: text }),
});
const entered = z.object({
  ...envelope,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text,
  }),
});
const clientData = z.object({ challenge: text });

/** What a device answered, and the challenge it says it signed. */
export type Answered<R> = { response: R; challenge: string };

export const readAdded = (typed: string): Answered<RegistrationResponseJSON> | undefined =>
  answered(added, typed);
export const readEntered = (typed: string): Answered<AuthenticationResponseJSON> | undefined =>
  answered(entered, typed);

function answered<T extends { response: { clientDataJSON: string } }>(
  schema: z.ZodType<T>,
  typed: string,
): Answered<T & { clientExtensionResults: object }> | undefined {
  const read = schema.safeParse(parsedJson(typed));
  if (!read.success) return undefined;
  const client = Buffer.from(read.data.response.clientDataJSON, "base64url").toString("utf8");
  const said = clientData.safeParse(parsedJson(client));
  if (!said.success) return undefined;
  return {
    response: { ...read.data, clientExtensionResults: {} },
    challenge: said.data.challenge,
  };
}

/** The device a person adds, if all it says holds. */
export async function deviceAdded(
  ask: Ask,
  { response, challenge }: Answered<RegistrationResponseJSON>,
) {
  // The library throws on anything false; whatever the fault, the device is not added.
  const outcome = await (
    await library()
  )
    .verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: ask.view.origin,
      expectedRPID: hostOf(ask),
      requireUserVerification: true,
    })
    .catch(() => undefined);
  if (!outcome?.verified) return undefined;
  const { id, publicKey, counter } = outcome.registrationInfo.credential;
  return { credentialId: id, publicKey: Buffer.from(publicKey).toString("base64url"), counter };
}

/** The count of a known device that proves who is there; nothing when the proof does not hold. */
export async function countProved(
  ask: Ask,
  { response, challenge }: Answered<AuthenticationResponseJSON>,
  device: KnownDevice,
): Promise<number | undefined> {
  const handle = Buffer.from(handleOf(device.personId)).toString("base64url");
  if (response.response.userHandle !== handle) return undefined;
  const outcome = await (
    await library()
  )
    .verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: ask.view.origin,
      expectedRPID: hostOf(ask),
      requireUserVerification: true,
      credential: {
        id: device.credentialId,
        publicKey: bytes(device.publicKey),
        counter: device.counter,
      },
    })
    .catch(() => undefined);
  return outcome?.verified ? outcome.authenticationInfo.newCounter : undefined;
}
