import { createServer as createProbe, isIPv6 } from "node:net";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { StartFault, type Config } from "../platform/config.ts";

/** How long a visitor may take, in milliseconds: a slow or silent one does not keep a place for ever. */
export type Patience = {
  /** To send the headers. */
  headers: number;
  /** To send the whole request, files included. */
  request: number;
  /** Between two requests; longer than a reverse proxy's own, or it would write on a closed connection. */
  keepAlive: number;
};

const patience: Patience = { headers: 15_000, request: 120_000, keepAlive: 75_000 };

type NodeEnv = { incoming: { socket: { remoteAddress?: string | undefined } } };
type Fetch = (request: Request, ip: string) => Response | Promise<Response>;

/** Opens the address of the site; answers once it listens. */
export function listen(
  config: Pick<Config, "port" | "host" | "trustedProxy">,
  fetch: Fetch,
  allowed: Patience = patience,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request: Request, env: unknown) =>
          fetch(request, visitorAddress(config.trustedProxy, request, env as NodeEnv)),
        port: config.port,
        hostname: config.host,
        serverOptions: {
          headersTimeout: allowed.headers,
          requestTimeout: allowed.request,
          keepAliveTimeout: allowed.keepAlive,
          connectionsCheckingInterval: Math.min(5000, allowed.headers),
          maxHeaderSize: 16_384,
        },
      },
      () => resolve(server as Server),
    );
    server.on("error", reject);
  });
}

/**
 * The visitor, as the limits count them: their address, or the /64 of IPv6 a single home or server holds whole.
 * It is the last of `X-Forwarded-For`, the only one our own proxy wrote; the others may be invented.
 */
export function visitorAddress(trustedProxy: boolean, request: Request, env: NodeEnv): string {
  const forwarded = trustedProxy
    ? request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim()
    : undefined;
  return visitorOf(forwarded || (env.incoming.socket.remoteAddress ?? ""));
}

function visitorOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [before = "", after] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const groups = before.split(":").filter(Boolean);
  if (after !== undefined) {
    const end = after.split(":").filter(Boolean);
    while (groups.length + end.length < 8) groups.push("0");
    groups.push(...end);
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/** Closes for new visitors, lets requests in flight finish, and cuts those that last after `graceMs`. */
export function closeGently(server: Server, graceMs = 10_000): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose answer has just left is idle: it is closed too, rather than waited for.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}

/** Tried before anything else starts, so that a second start does not touch the data of the first. */
export function requireFreePort(config: Pick<Config, "port" | "host">): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createProbe();
    probe.once("error", (fault: NodeJS.ErrnoException) =>
      reject(
        new StartFault(
          fault.code === "EADDRINUSE"
            ? `Le port ${config.port} est déjà pris : arrêtez l’autre programme ou choisissez-en un autre avec PORT.`
            : `L’adresse ${config.host}:${config.port} ne peut pas être ouverte (${fault.code}).`,
        ),
      ),
    );
    probe.listen(config.port, config.host, () => probe.close(() => resolve()));
  });
}
