import { z } from "zod";
import { parsedJson } from "./json.ts";

/** An address of the national base, with where it stands (WGS 84, degrees). */
export const foundAddress = z.object({
  street: z.string().min(1).max(200),
  postcode: z.string().regex(/^\d{5}$/),
  town: z.string().min(1).max(120),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
export type FoundAddress = z.output<typeof foundAddress>;

export type LookedUp =
  { found: readonly FoundAddress[] } | { failed: "unreachable" | "unreadable" };

/** The GeoJSON of the Base Adresse Nationale, as its API describes it (`addok`); only what is used. */
const answerSchema = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.object({ name: z.string(), postcode: z.string(), city: z.string() }),
    }),
  ),
});

const most = { milliseconds: 3000, bytes: 100_000, addresses: 5 } as const;

/**
 * Asks a service that speaks as the Base Adresse Nationale does (`q`, `limit`, `citycode`) for addresses, inside one commune
 * when its INSEE code is known. Never throws: a service that is slow, away or unreadable is a value.
 */
export async function lookUpAddress(
  service: string,
  typed: string,
  insee?: string,
): Promise<LookedUp> {
  const url = new URL(service);
  url.searchParams.set("q", typed.slice(0, 200));
  url.searchParams.set("limit", String(most.addresses));
  url.searchParams.set("index", "address");
  if (insee) url.searchParams.set("citycode", insee);
  const body = await fetched(url);
  if (body === undefined) return { failed: "unreachable" };
  const read = answerSchema.safeParse(parsedJson(body));
  if (!read.success) return { failed: "unreadable" };
  const found = read.data.features.flatMap(({ geometry, properties }) => {
    const [longitude, latitude] = geometry.coordinates;
    const { name: street, postcode, city: town } = properties;
    const whole = foundAddress.safeParse({ street, postcode, town, latitude, longitude });
    return whole.success ? [whole.data] : [];
  });
  return { found: found.slice(0, most.addresses) };
}

/** What the service says, unless it is late, too long, elsewhere or in error. */
async function fetched(url: URL): Promise<string | undefined> {
  try {
    const answer = await fetch(url, {
      redirect: "error",
      signal: AbortSignal.timeout(most.milliseconds),
      headers: { accept: "application/json" },
    });
    if (!answer.ok || !answer.body) return undefined;
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of answer.body) {
      size += piece.byteLength;
      if (size > most.bytes) return undefined;
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString("utf8");
  } catch {
    return undefined;
  }
}
