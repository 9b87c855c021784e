import type { HttpRequest, HttpResponse } from "@zoom-webinar/auth";

/** Zoom's OAuth as far as people sign in: replaces the refresh token at every use, and the old one is dead. */
export const rotatingZoom = ({ expiresIn = 3600 } = {}) => {
  const zoom = {
    /** The refresh token that is good now. */
    current: "canary-refresh-0",
    /** The one before, where it is still taken. */
    tolerated: null as string | null,
    requests: [] as HttpRequest[],
    revoked: [] as string[],
    /** Refusals that were caused by a dead token. */
    refused: 0,
    answer: (request: Pick<HttpRequest, "url" | "body">): HttpResponse => {
      const form = new URLSearchParams(String(request.body));
      const reply = (status: number, body: object): HttpResponse => ({ status, headers: {}, text: JSON.stringify(body) });
      if (request.url.endsWith("/oauth/revoke")) {
        zoom.revoked.push(form.get("token") ?? "");
        return reply(200, { status: "success" });
      }
      const given = form.get("refresh_token");
      if (form.get("grant_type") === "refresh_token" && given !== zoom.current && (given === null || given !== zoom.tolerated)) {
        zoom.refused += 1;
        return reply(400, { reason: "Invalid Token!", error: "invalid_grant" });
      }
      zoom.tolerated = null;
      const serial = Number(zoom.current.split("-").at(-1)) + 1;
      zoom.current = `canary-refresh-${serial}`;
      return reply(200, {
        access_token: `canary-access-${serial}`,
        refresh_token: zoom.current,
        expires_in: expiresIn,
        scope: "webinar:read:webinar",
      });
    },
    send: async (request: HttpRequest): Promise<HttpResponse> => {
      zoom.requests.push(request);
      await new Promise((resolve) => setImmediate(resolve));
      return zoom.answer(request);
    },
  };
  return zoom;
};

/** A signed-in profile as it is first kept. */
export const USER_PROFILE = {
  kind: "user",
  clientId: "public-app",
  signInId: "sign-in-1",
  refreshToken: "canary-refresh-0",
  user: { id: "u-1", email: "ada@example.com" },
  createdAt: "2027-01-15T12:00:00.000Z",
} as const;

export const APP_PROFILE = {
  kind: "server-to-server",
  accountId: "acc-1",
  clientId: "client-1",
  clientSecret: "canary-secret-1",
  createdAt: "2027-01-15T12:00:00.000Z",
} as const;
