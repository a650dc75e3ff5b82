import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomState,
  type Configuration,
} from "openid-client";
import type { IdentityProvider } from "../../../platform/config.ts";
import type { House } from "../../../platform/http/ask.ts";
import { vouchedEmail, type Proved, type ProviderRefusal } from "./rules.ts";

/** Seconds the provider has to answer each question. */
const patience = 5;
const aDay = 86_400_000;

// What a provider says of itself, asked once a day.
const met = new WeakMap<IdentityProvider, { at: number; provider: Promise<Configuration> }>();

/** The provider, ready to be asked; nothing when it does not answer. Never inside a transaction. */
export async function meetProvider(
  house: House,
  settings: IdentityProvider,
): Promise<Configuration | undefined> {
  const at = house.clock.now().getTime();
  let known = met.get(settings);
  if (!known || at - known.at > aDay) {
    known = { at, provider: discover(settings) };
    met.set(settings, known);
  }
  return known.provider.catch((fault: unknown) => {
    met.delete(settings);
    tell(house, fault);
    return undefined;
  });
}

const discover = (settings: IdentityProvider): Promise<Configuration> =>
  discovery(
    new URL(settings.issuer),
    settings.clientId,
    undefined,
    ClientSecretPost(settings.clientSecret),
    {
      timeout: patience,
      // Signatures are checked even over HTTPS. Plain HTTP is for a provider on this very machine.
      execute: [
        enableNonRepudiationChecks,
        ...(settings.issuer.startsWith("http:") ? [allowInsecureRequests] : []),
      ],
    },
  );

/** Secrets of one entry: kept here, never given to the browser but for the state. */
export type Entry = { state: string; nonce: string; verifier: string };

/** The address that asks the provider who is there. */
export const askingAddress = async (
  provider: Configuration,
  { scopes, levels }: IdentityProvider,
  { state, nonce, verifier }: Entry,
  returnTo: string,
): Promise<string> =>
  buildAuthorizationUrl(provider, {
    redirect_uri: returnTo,
    scope: scopes,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(levels.length ? { acr_values: levels.join(" ") } : {}),
  }).href;

/** Asks the provider what the answer brought back by the browser is worth. Never inside a transaction. */
export async function whoIsThere(
  house: House,
  settings: IdentityProvider,
  returned: URL,
  { state, nonce, verifier }: Entry,
): Promise<Proved | { refused: ProviderRefusal }> {
  const provider = await meetProvider(house, settings);
  if (!provider) return { refused: "provider_away" };
  try {
    const tokens = await authorizationCodeGrant(provider, returned, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const said = tokens.claims();
    if (!said) return { refused: "provider_refused" };
    if (settings.levels.length && !settings.levels.includes(String(said["acr"])))
      return { refused: "level_low" };
    const more = await fetchUserInfo(provider, tokens.access_token, said.sub);
    return {
      subject: said.sub,
      email: vouchedEmail({ ...said, ...more }, settings.emailTrusted),
      exit: exitOf(provider, tokens.id_token, new URL("/", returned).href),
    };
  } catch (fault) {
    tell(house, fault);
    return { refused: unreachable(fault) ? "provider_away" : "provider_refused" };
  }
}

/** Where to sign out of the provider too, when it can be done. */
function exitOf(
  provider: Configuration,
  token: string | undefined,
  home: string,
): string | undefined {
  if (!provider.serverMetadata().end_session_endpoint || !token) return undefined;
  return buildEndSessionUrl(provider, {
    id_token_hint: token,
    post_logout_redirect_uri: home,
    state: randomState(),
  }).href;
}

const codeOf = (fault: unknown): string =>
  fault instanceof Error && "code" in fault ? String(fault.code) : "";

/** The network's own faults, as opposed to an answer that does not hold. */
const unreachable = (fault: unknown): boolean =>
  codeOf(fault) === "OAUTH_TIMEOUT" || (fault instanceof TypeError && !codeOf(fault));

/** For the operator: what went wrong, never who was there. */
const tell = (house: House, fault: unknown): void =>
  house.log.warn(
    { code: codeOf(fault), fault: fault instanceof Error ? fault.message : "" },
    "the identity provider gave no usable answer",
  );
