import * as z from "zod";

/** Whom Zoom writes to, in the answer of an operation that only plans: as in a preview. */
export const mailedField = z
  .object({
    count: z.number(),
    domains: z.array(z.object({ domain: z.string(), count: z.number() }).readonly()).readonly(),
    why: z.string(),
    perhaps: z.literal(true).optional(),
  })
  .nullable()
  .describe("Whom Zoom writes to; null: nobody");
