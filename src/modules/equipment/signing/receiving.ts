import { safeDrawing } from "../../../platform/files.ts";
import type { House } from "../../../platform/http/ask.ts";
import type { Typed } from "../../../platform/http/form.ts";

/** What was drawn, its bytes already kept. */
export type Drawing = { sha256: string; bytes: number };

/** A drawing is a few strokes: more is not one. */
export const signingLimit = 400_000;

/** The strokes sent with a form, made again as a small picture; nothing when there are none that can be read. */
export async function receiveDrawing(form: Typed, house: House): Promise<Drawing | undefined> {
  const [, encoded] = /^data:image\/png;base64,([A-Za-z0-9+/=]+)$/.exec(form.get("drawing")) ?? [];
  const drawn = encoded && (await safeDrawing(Buffer.from(encoded, "base64")));
  return drawn ? { sha256: await house.files.keep(drawn), bytes: drawn.length } : undefined;
}
