import * as z from "zod";

/**
 * An e-mail address as people write them: one @, no spaces. Zoom decides the rest; a stricter pattern would refuse addresses that exist,
 * such as those with letters outside ASCII.
 */
export const email = () => z.email({ pattern: /^[^\s@]+@[^\s@]+$/, error: "expected an e-mail address" });
