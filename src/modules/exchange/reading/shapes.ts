import { z } from "zod";

/** What is read of HSDS 3.0: what must be there is asked for, what may be is left when it is something else. */

const maybe = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);
const text = z.string();
const count = z.number().int().nonnegative();

/** One page of a list. */
export const pageShape = z.object({
  contents: z.array(z.unknown()),
  total_items: maybe(count),
  total_pages: maybe(count),
  page_number: maybe(count),
  last_page: maybe(z.boolean()),
});
export type FeedPage = z.infer<typeof pageShape>;

const attributes = maybe(
  z.array(
    z.object({
      taxonomy_term: maybe(z.object({ code: maybe(text), name: maybe(text) })),
    }),
  ),
);
const location = z.object({
  latitude: maybe(z.number().min(-90).max(90)),
  longitude: maybe(z.number().min(-180).max(180)),
  addresses: maybe(z.array(z.object({ city: maybe(text) }))),
});

export const organizationShape = z.object({
  id: z
    .string()
    .trim()
    .max(200)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u),
  name: text,
  alternate_name: maybe(text),
  description: maybe(text),
  uri: maybe(text),
  website: maybe(text),
  organization_identifiers: maybe(
    z.array(
      z.object({
        identifier_type: maybe(text),
        identifier_scheme: maybe(text),
        identifier: text,
      }),
    ),
  ),
  attributes,
  locations: maybe(z.array(location)),
});
export type Organization = z.infer<typeof organizationShape>;

/** A service, for who offers it. */
export const serviceShape = z.object({
  organization: organizationShape,
  attributes,
  service_at_locations: maybe(z.array(z.object({ location: maybe(location) }))),
});
