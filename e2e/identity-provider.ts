import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** Accounts the provider knows, by the name typed on its page: what it says of each. */
export type Accounts = Readonly<Record<string, { email: string; email_verified?: boolean }>>;

const client = { client_id: "maillage", client_secret: "a-secret-of-the-tests-long-enough" };

/** A real OpenID Connect provider on this machine, with its own sign-in pages and signed user information, as ProConnect's is. */
export async function openProvider(accounts: Accounts) {
  let answer = (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(503).end();
  };
  const server = createServer((request, response) => answer(request, response));
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.client_id,
      OIDC_CLIENT_SECRET: client.client_secret,
    },
    /** Opens for a site, once its address is known. */
    knows: (site: string) => {
      const provider = new Provider(issuer, {
        clients: [
          {
            ...client,
            redirect_uris: [`${site}/connexion/agent/retour`],
            post_logout_redirect_uris: [`${site}/`],
            token_endpoint_auth_method: "client_secret_post",
            userinfo_signed_response_alg: "RS256",
          },
        ],
        features: { jwtUserinfo: { enabled: true } },
        pkce: { required: () => true },
        claims: { email: ["email", "email_verified"] },
        cookies: { keys: ["a key of the tests"] },
        findAccount: (_, id) => ({
          accountId: id,
          claims: () => ({ sub: id, ...accounts[id] }),
        }),
      });
      answer = provider.callback();
    },
    stop,
    start: () => listen(port),
  };
}
