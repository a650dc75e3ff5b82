import assert from "node:assert/strict";
import type { TestSite } from "./site.ts";
import { referent } from "../modules/associations/registry.testing.ts";

/** Somebody without an account: a president the town hall wrote down, who also wrote to it. */
export const zoe = {
  name: "Zoé Marquérande",
  email: "zoe@exemple.example",
  phone: "06 88 77 66 55",
};
/** What would give them away, in any table. */
export const markers = [
  "Marquérande",
  "marquerande",
  "zoe@exemple",
  "06 88 77 66 55",
  "06.88.77.66.55",
  "0688776655",
  "+33688776655",
];
/** Sends a form that must succeed; gives where it leads. */
export const sent = async (
  site: TestSite,
  path: string,
  fields: Record<string, string | readonly string[]>,
  as: Parameters<TestSite["post"]>[2] = referent,
) => {
  const answer = await site.post(path, { _key: crypto.randomUUID(), ...fields }, as);
  assert.equal(answer.status, 303, `${path} ${answer.status} ${answer.html}`);
  return answer.location ?? "";
};
export const desk = (id: string, path = "") => `/gestion/associations/${id}${path}`;
